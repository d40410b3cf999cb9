"""How a rendered body looks to a test: its HTML with slots as ``⟨0⟩`` or ``⟨0 … 0⟩``, its references, its findings."""

import re

from dossier import markup
from dossier.model.prose import Callout, Reference, Side, Slot, Unit

SIGNS = {Side.WHOLE: "⟨{}⟩", Side.OPEN: "⟨{} ", Side.CLOSE: " {}⟩"}


def rendered(text: str) -> markup.Rendered:
    return markup.prose(text, path="content/terms/guard.md", first_line=1, prefix="guard")


def sign(part: str | Slot) -> str:
    return part if isinstance(part, str) else SIGNS[part.side].format(part.reference)


def page(text: str) -> str:
    """The HTML on one line, of a body in which nothing is wrong."""
    result = rendered(text)
    assert result.problems == ()
    html = "".join(map(sign, result.prose.segments))
    return re.sub(r">\n+<", "><", html)


def references(text: str) -> tuple[Reference, ...]:
    return rendered(text).prose.references


def only(text: str) -> Reference:
    """The only reference of a body, besides the head of a callout."""
    (reference,) = (each for each in references(text) if not isinstance(each, Callout))
    return reference


def words(unit: Unit) -> str:
    return "".join(map(sign, unit.words))


def units(text: str) -> list[str]:
    """Each unit as ``kind line: words``."""
    return [f"{unit.kind.value} {unit.place.line}: {words(unit)}" for unit in rendered(text).prose.units]


def findings(text: str) -> list[str]:
    """Each problem as ``code line:column+width``."""
    places = [(problem.code, problem.place) for problem in rendered(text).problems]
    return [f"{code} {place.line}:{place.column}+{place.width}" for code, place in places]


def typed(text: str, reference: Reference) -> str:
    """What the author typed at a reference's place."""
    place = reference.place
    return text.split("\n")[place.line - 1][place.column - 1 :][: place.width]
