"""One run of the program: what it is asked, and what it came to."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from dossier.model.quotation import Checked, Verification
from dossier.problems import Finding, Severity


class Options(Struct, frozen=True, kw_only=True):
    """What a run depends on besides its files; ``today`` decides what is under embargo or overdue.

    With ``put_off`` what shows the whole dossier may be left as it stands, for a later run to make. ``without`` names
    an edition that is about to be replaced: nothing is held to it.
    """

    today: date
    output: Path | None = None
    drafts: bool = False
    strict: bool = False
    put_off: bool = False
    without: str = ""


class Report(Struct, frozen=True, kw_only=True):
    """What a run came to; ``output`` and ``pages`` are there when a site was written.

    ``put_off`` are files that were left as they stood, and tell what was so before. ``outdated`` are PDFs that told
    otherwise than the new site does, and went with the old one. ``seal`` is how the list of the site's files stands on
    the disk: any other site has a list of its own. ``quotations`` are those that were looked up; ``unlocked`` says how
    many a lock does not keep yet.
    """

    findings: tuple[Finding, ...]
    records: int
    strict: bool
    output: Path | None = None
    pages: int = 0
    changed: int = 0
    outdated: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()
    seal: tuple[int, ...] = ()
    quotations: tuple[Checked, ...] = ()
    unlocked: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing stands in the way: no error, and under ``strict`` no warning either."""
        grave = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return not any(finding.severity in grave for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have this weight."""
        return sum(finding.severity is severity for finding in self.findings)

    def verified(self, how: Verification) -> int:
        """Of how many quotations this came."""
        return sum(checked.how is how for checked in self.quotations)
