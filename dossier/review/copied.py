"""Running words of a reserved text that stand in content outside quotation marks."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dossier.model.prose import Citation, ClaimSpan, Fragment, Quotation, Reference, Side, Slot, Unit, Wikilink
from dossier.model.written import Written
from dossier.problems import Place, Problem
from dossier.quoting.copying import Index, Shared
from dossier.quoting.folding import words
from dossier.quoting.shelf import Shelf
from dossier.quoting.whereabouts import whereabouts

EXEMPT = frozenset(("title", "url", "archived_url", "citation", "quote"))  # names, addresses, and words quoted
IN_MARKS = re.compile(r"\"[^\"]+\"|“[^”]+”|«[^»]+»")
NOTE = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
SILENT = (Citation, ClaimSpan, Fragment)  # what stands between words and says none


class Run(Struct, frozen=True, kw_only=True):
    """Words that follow each other without a quotation between, and the line from which to look for them."""

    text: str
    line: int
    column: int = 1


def problems(content: tuple[Written, ...], reserved: Shelf) -> Iterator[Problem]:
    """Each run of twelve words or more that a file shares with a reserved text, at its first word."""
    index = Index(reserved)
    for written in content if index.found else ():
        for run in runs(written, index):
            said = words(run.text)
            for shared in index.shared(said):
                yield copied(shared, said, run, written)


def runs(written: Written, index: Index) -> Iterator[Run]:
    """Everything that a file says in its own voice: front matter, body, and even the editors' private notes."""
    head = written.text[: body_offset(written.text)]
    if index.has_run(head.replace("''", "'")):
        yield from in_front_matter(written)
    for unit in written.body.units:
        yield from (Run(text=text, line=unit.place.line) for text in unquoted(unit, written))
    for note in NOTE.finditer(written.text) if "<!--" in written.text else ():
        yield Run(text=note.group(), line=written.text.count("\n", 0, note.start()) + 1)


def body_offset(text: str) -> int:
    """Where the body of a record begins; all of a settings file is head."""
    end = text.find("\n---", 3) if text.startswith("---") else -1
    return end if end >= 0 else len(text)


def in_front_matter(written: Written) -> Iterator[Run]:
    """The values of a front matter without what they quote."""
    from dossier import located  # here, since few files share a run of words with a text

    reader = located.record if written.path.endswith(".md") else located.document
    head = reader(written.text, path=written.path).head
    for path, value in located.scalars(head.data) if head else ():
        if head and not EXEMPT.intersection(path):
            place = head.places[path]
            yield from (Run(text=text, line=place.line, column=place.column) for text in IN_MARKS.split(value))


def unquoted(unit: Unit, written: Written) -> Iterator[str]:
    """The stretches of a unit between its quotations; what quotes nobody is no quotation."""
    run, depth = "", 0
    for item in unit.words:
        if isinstance(item, str):
            run += "" if depth else item
            continue
        reference = written.body.references[item.reference]
        if is_quotation(reference):
            depth += 1 if item.side is Side.OPEN else -1
            yield run
            run = ""
        else:
            run += "" if depth else spoken(reference, item)
    yield run


def is_quotation(reference: Reference) -> bool:
    """Whether the words between its ends are somebody's own."""
    return isinstance(reference, Quotation) and reference.style != "scare"


def spoken(reference: Reference, slot: Slot) -> str:
    """What a reference adds to the words around it; a number or a picture parts them."""
    if isinstance(reference, Wikilink):
        return reference.label or reference.target
    return "" if isinstance(reference, SILENT) or slot.side is not Side.WHOLE else " † "


def copied(shared: Shared, said: tuple[str, ...], run: Run, written: Written) -> Problem:
    """One run."""
    told = said[shared.start : shared.start + shared.length]
    return Problem(
        code="copied-text",
        place=whereabouts(told, written.text, Place(path=written.path, line=run.line, column=run.column)),
        message=f"{shared.length} running words stand so in `{shared.source}`, whose rights are reserved",
        help="say it in your own words, or quote a little of it in quotation marks with its citation",
    )
