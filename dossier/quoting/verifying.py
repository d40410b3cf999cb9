"""Every quotation looked up: in the archive where its text is at hand, else in what the lock tells of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from dossier.model.dossier import Dossier
from dossier.model.key import SourceId
from dossier.model.quotation import Checked, Pointer, Quoted, Verification
from dossier.problems import Place
from dossier.quoting.lock import Lock, Locked, Stood
from dossier.quoting.matching import passages
from dossier.quoting.pattern import Pattern, pattern
from dossier.quoting.quotations import quotations
from dossier.quoting.shelf import Shelf
from dossier.quoting.spots import meet, spots


class Lookup(Struct, frozen=True, kw_only=True, dict=True):
    """A dossier's quotations beside the texts that they come from: the archive at hand, and what the lock keeps."""

    dossier: Dossier
    shelf: Shelf
    lock: Lock = field(default_factory=dict)

    @cached_property
    def reserved(self) -> Shelf:
        """The texts in which somebody keeps the rights, for all we know; one without a source among them."""
        sources = self.dossier.sources
        return {id: text for id, text in self.shelf.items() if id not in sources or sources[id].is_reserved}

    @cached_property
    def patterns(self) -> tuple[tuple[Quoted, Pattern], ...]:
        """The quotations that hold a word, as patterns."""
        every = ((quoted, pattern(quoted.words)) for quoted in quotations(self.dossier))
        return tuple((quoted, words) for quoted, words in every if words.pieces)

    @cached_property
    def checked(self) -> tuple[Checked, ...]:
        """What came of looking up each."""
        return tuple(self.check(quoted, words) for quoted, words in self.patterns)

    @cached_property
    def uses(self) -> Counter[tuple[SourceId, str, str]]:
        """How often each record quotes which words of which source."""
        return Counter(
            (pointer.source, words.digest, str(quoted.owner))
            for quoted, words in self.patterns
            for pointer in quoted.pointers
        )

    @cached_property
    def altered(self) -> frozenset[tuple[SourceId, str]]:
        """The sources without a text at hand with the records that no longer quote of them what was verified there."""
        before = Counter(
            (id, words, owner)
            for id, locked in self.lock.items()
            if id not in self.shelf
            for words, one in locked.quotations.items()
            for owner in one.quoted_in
        )
        return frozenset((source, owner) for source, _, owner in before - self.uses)

    @property
    def by_place(self) -> Mapping[Place, Checked]:
        """What came of looking up the quotation that stands at a place."""
        return {checked.quoted.place: checked for checked in self.checked}

    @property
    def unlocked(self) -> int:
        """How many quotations only this run has verified, so that a run without the archive could not tell."""
        found = zip(self.checked, self.patterns, strict=True)
        now = ((one.source, words.digest) for one, (_, words) in found if one.how is Verification.NOW)
        return sum(not self.is_locked(source, digest) for source, digest in now if source)

    def is_locked(self, source: SourceId, digest: str) -> bool:
        """Whether the lock keeps some words of a source."""
        return source in self.lock and digest in self.lock[source].quotations

    def check(self, quoted: Quoted, words: Pattern) -> Checked:
        """One quotation, looked up in the sources that it is cited from."""
        if not quoted.pointers:
            return Checked(quoted=quoted, how=Verification.UNCITED)
        stands = [(pointer, where) for pointer in quoted.pointers if (where := self.standing(pointer.source, words))]
        right = next(((pointer, where) for pointer, where in stands if is_right(pointer, where)), None)
        if right or stands:
            pointer, where = right or stands[0]
            how = Verification.NOW if pointer.source in self.shelf else Verification.EARLIER
            astray = None if right else pointer.locator
            return Checked(quoted=quoted, how=how, source=pointer.source, where=meant(pointer, where), astray=astray)
        return self.not_found(quoted)

    def standing(self, source: SourceId, words: Pattern) -> tuple[str, ...]:
        """Where words stand in a source, as far as its text or the lock tells."""
        text = self.shelf.get(source)
        if text is None:
            locked = self.lock.get(source)
            one = locked.quotations.get(words.digest) if locked else None
            return tuple(one.where.split(", ")) if one else ()
        return tuple(dict.fromkeys(text.cited(found.start, found.end) for found in passages(words, text)))

    def not_found(self, quoted: Quoted) -> Checked:
        """A quotation that stands nowhere: not there, or not to be known."""
        if any(self.is_translation(quoted, pointer) for pointer in quoted.pointers):
            return Checked(quoted=quoted, how=Verification.UNVERIFIABLE)
        if all(pointer.source in self.shelf for pointer in quoted.pointers):
            return Checked(quoted=quoted, how=Verification.MISSING)
        if any((pointer.source, str(quoted.owner)) in self.altered for pointer in quoted.pointers):
            return Checked(quoted=quoted, how=Verification.MISSING, changed=True)
        return Checked(quoted=quoted, how=Verification.UNVERIFIABLE)

    def is_translation(self, quoted: Quoted, pointer: Pointer) -> bool:
        """Whether the editors themselves translated the words, so that no text can have them."""
        source = self.dossier.sources.get(pointer.source)
        language = source.language.split("-")[0] if source else ""
        return quoted.translated and language not in ("", self.dossier.settings.language.split("-")[0])

    def renewed(self) -> Lock:
        """The lock as this lookup would leave it; what it says of texts that are not at hand stays."""
        return dict(sorted(self.entries()))

    def entries(self) -> Iterator[tuple[SourceId, Locked]]:
        """Each source of which anything is known."""
        for id in self.dossier.sources:
            known = self.shelf[id].digest if id in self.shelf else self.lock[id].text if id in self.lock else None
            if known:
                yield id, Locked(text=known, quotations=self.standings(id))

    def standings(self, source: SourceId) -> Mapping[str, Stood]:
        """The words that are quoted from a source, by their digest."""
        owners: dict[str, list[str]] = defaultdict(list)
        where: dict[str, str] = {}
        for quoted, words in self.patterns:
            stands = any(one.source == source for one in quoted.pointers) and self.standing(source, words)
            if stands:
                owners[words.digest].append(str(quoted.owner))
                where[words.digest] = ", ".join(stands)
        return {words: Stood(where=where[words], quoted_in=tuple(sorted(owners[words]))) for words in sorted(where)}


def is_right(pointer: Pointer, where: tuple[str, ...]) -> bool:
    """Whether a locator leads to words, as far as one can tell."""
    named = spots(pointer.locator.text) if pointer.locator else ()
    return not named or meet(named, spots(", ".join(where)))


def meant(pointer: Pointer, where: tuple[str, ...]) -> str:
    """Of all places where words stand the one that a locator means, else the first."""
    named = spots(pointer.locator.text) if pointer.locator else ()
    return next((one for one in where if meet(named, spots(one))), where[0])
