"""What a build that made a site leaves to the next one to stand on, so that this one looks only at what was saved.

It holds the dossier, joined; what was found wrong with it; what each page was made from; and how every file stood that
was read, and every file that was written.
"""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from dossier import tracing
from dossier.cache.stored import over
from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier, Record, Section
from dossier.model.edition import Edition
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import Key, Kind
from dossier.model.measure import Measure
from dossier.model.page import Page
from dossier.model.quotation import Checked
from dossier.model.source import Source
from dossier.model.term import Term
from dossier.pipeline.memory import Entry, Memory
from dossier.problems import Finding
from dossier.stood import Stood

Filed = tuple[str, str]
TOUCHED = (tracing.BODY, "quotations of ", "all quotations")  # how aspects begin that a few new words can change


class Sight(Struct, frozen=True, kw_only=True):
    """How the files of a project stood when they were read, and the digests of those of which that proves nothing.

    A file that was changed as it was read, or just before, may be changed again without a sign.
    """

    files: Mapping[str, Stood]
    unsure: Mapping[str, bytes]


class Touch(Struct, frozen=True, kw_only=True):
    """What builds have changed that found nothing new but the words of a few bodies."""

    sight: Sight
    paths: Mapping[str, Filed]
    checked: tuple[Checked, ...]
    memory: Memory

    def then(self, later: "Touch") -> "Touch":
        """This one and a later one together."""
        return Touch(
            sight=Sight(files={**self.sight.files, **later.sight.files}, unsure=later.sight.unsure),
            paths={**self.paths, **later.paths},
            checked=later.checked,
            memory=self.memory.after(later.memory),
        )


class Ground(Struct, frozen=True, kw_only=True):
    """All that a build needs to know of the one before.

    ``asked`` is what the build was asked for, in words. ``paths`` are the files of the records that readers see, by
    their keys in words, each with a digest of its text, and ``count`` is that of all records' files. ``names`` are the
    names of records that hold a number. ``readers`` are the tasks that have read an aspect, of those that a few new
    words can change. ``laid`` is how the site's manifest stood when the whole was gone through, and ``since`` is
    what has changed after that.
    """

    asked: str
    sight: Sight
    paths: Mapping[str, Filed]
    count: int
    dossier: Dossier
    editions: tuple[Edition, ...]
    archive: Mapping[str, str]
    theme: Mapping[str, str]
    own: Mapping[str, str]
    carried: frozenset[str]
    names: tuple[str, ...]
    findings: tuple[Finding, ...]
    checked: tuple[Checked, ...]
    unlocked: int
    records: int
    pages: int
    memory: Memory
    readers: Mapping[str, frozenset[str]]
    laid: Stood
    since: Touch | None = None

    def after(self, touch: Touch) -> "Ground":
        """The same after a touch, but for the records themselves."""
        sight = Sight(files={**self.sight.files, **touch.sight.files}, unsure=touch.sight.unsure)
        quotations = {one.quoted.place: one for one in touch.checked}
        return replace(
            self,
            sight=sight,
            paths={**self.paths, **touch.paths},
            checked=touch.checked,
            dossier=replace(self.dossier, quotations=quotations),
            memory=self.memory.after(touch.memory),
            readers=over(self.readers, readers(touch.memory.entries, self.readers)),
            since=self.since.then(touch) if self.since else touch,
        )


def readers(
    entries: Mapping[str, Entry], before: Mapping[str, frozenset[str]] | None = None
) -> dict[str, frozenset[str]]:
    """The tasks that read each aspect which a few new words can change, with those that did so ``before``."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, entry in entries.items():
        for aspect in entry.read:
            if aspect.startswith(TOUCHED):
                found[aspect].add(name)
    return {aspect: frozenset(names).union((before or {}).get(aspect, ())) for aspect, names in found.items()}


def holding(dossier: Dossier, new: Mapping[Key, Record]) -> Dossier:
    """A dossier with other records of the same keys, which lead wherever those led that stood there."""

    def page(old: Page) -> Page:
        found = new.get(old.key)
        return found if isinstance(found, Page) else old

    disagreements = {one.id: one for one in new.values() if isinstance(one, Disagreement)}
    on_claims = {
        claim: tuple(disagreements.get(one.id, one) for one in dossier.disagreements_on[claim])
        for claim in dict.fromkeys(claim for one in disagreements.values() for claim in one.claims)
    }
    return replace(
        dossier,
        home=page(dossier.home),
        pages=over(
            dossier.pages, {one.id: one for one in new.values() if isinstance(one, Page) and one.kind is Kind.PAGE}
        ),
        sections=tuple(
            Section(page=page(one.page), explainers=tuple(map(page, one.explainers))) for one in dossier.sections
        ),
        sources=over(dossier.sources, {one.id: one for one in new.values() if isinstance(one, Source)}),
        claims=over(dossier.claims, {one.id: one for one in new.values() if isinstance(one, Claim)}),
        disagreements=over(dossier.disagreements, disagreements),
        disagreements_on=over(dossier.disagreements_on, on_claims),
        measures=over(dossier.measures, {one.id: one for one in new.values() if isinstance(one, Measure)}),
        entities=over(dossier.entities, {one.id: one for one in new.values() if isinstance(one, Entity)}),
        events=over(dossier.events, {one.id: one for one in new.values() if isinstance(one, Event)}),
        terms=over(dossier.terms, {one.id: one for one in new.values() if isinstance(one, Term)}),
        records=over(dossier.records, new),
    )
