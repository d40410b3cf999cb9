"""The data files: every table, the database of all, the schema, and the bibliography."""

from dossier.model.settings import Output
from dossier.model.site import Planned
from dossier.pages.desk import Desk, Link
from dossier.pages.references import bibliography
from dossier.pages.tables import everything
from dossier.tables import Document, Header, Ledger, Table

SCHEMA = "data/schema.json"
DATABASE = Link(words="SQLite", href="data/dossier.sqlite")
BIBLIOGRAPHY = {
    "csl": Link(words="CSL-JSON", href="data/bibliography.json"),
    "bibtex": Link(words="BibTeX", href="data/bibliography.bib"),
    "ris": Link(words="RIS", href="data/bibliography.ris"),
}


def files(desk: Desk) -> tuple[Planned, ...]:
    """Every data file."""
    ledger = Ledger(id=desk.at(SCHEMA).address(SCHEMA), header=header(desk), tables=everything(desk))
    references = bibliography(desk)
    return (
        *(file for table in ledger.tables for file in forms(table, ledger.header)),
        Planned(url=SCHEMA, maker="schema", view=ledger),
        Planned(url=DATABASE.href, maker="sqlite", view=ledger),
        *(Planned(url=link.href, maker=maker, view=references) for maker, link in BIBLIOGRAPHY.items()),
    )


def header(desk: Desk) -> Header:
    """What every file says of the dossier."""
    settings = desk.dossier.settings
    return Header(title=settings.title, covers=settings.covers.text, licence=settings.licence)


def forms(table: Table, header: Header) -> tuple[Planned, ...]:
    """One table in both formats."""
    return (
        Planned(url=f"data/{table.name}.json", maker="json", view=Document(header=header, table=table)),
        Planned(url=f"data/{table.name}.csv", maker="csv", view=table),
    )


def downloads(name: str, desk: Desk, *more: Link) -> tuple[Link, ...]:
    """The links to one table in each format, and to further files, where they are made."""
    if not desk.makes(Output.DATA):
        return ()
    tables = (Link(words=form.upper(), href=f"data/{name}.{form}") for form in ("csv", "json"))
    return tuple(Link(words=link.words, href=desk.href(link.href)) for link in (*tables, *more))
