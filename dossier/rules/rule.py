"""One check: its code, how much it weighs, why it is made, and an example with its way on."""

from msgspec import Struct

from dossier.problems import Severity


class Rule(Struct, frozen=True, kw_only=True):
    """One check. ``family`` groups it in the reference, ``bad`` and ``good`` are the same lines before and after."""

    code: str
    family: str
    reason: str
    bad: str
    good: str
    severity: Severity = Severity.ERROR
