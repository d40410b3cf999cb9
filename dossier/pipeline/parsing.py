"""The records of a project, parsed: those that were parsed before are taken as they were."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import markup, read
from dossier.cache.packing import pack, unpack
from dossier.cache.stored import Lost
from dossier.cache.values import Values
from dossier.model.dossier import Record
from dossier.model.edition import Edition
from dossier.model.key import Key
from dossier.model.media import Medium
from dossier.model.parsed import Parsed, below, outline
from dossier.model.settings import Settings
from dossier.pipeline.workshop import Workshop

SIZE = 64  # records, about; so many are kept in one file of the cache, each packed by itself
FEWEST = 2  # buckets; one by itself costs less than a second process
MOST = 32  # buckets in a share, so that what is sent at once takes little memory

T = TypeVar("T")
Known = tuple[str, bytes | Parsed[Record]]
Held = dict[str, Known]


class Bucket(Struct, frozen=True, kw_only=True):
    """Some files of a project, with what the cache holds of them: each with a digest of the text that it is true of."""

    name: str
    texts: tuple[read.Text, ...]
    held: Held

    @property
    def is_true(self) -> bool:
        """Whether what is held is that of these files as they are, and of no others."""
        return {text.path: text.digest for text in self.texts} == {path: was for path, (was, _) in self.held.items()}

    def refreshed(self) -> "Bucket":
        """The bucket made true; only files that it does not know as they are get parsed."""
        held: Held = {}
        for text in self.texts:
            known = self.held.get(text.path)
            is_same = known is not None and known[0] == text.digest
            held[text.path] = known if known and is_same else (text.digest, parsed_anew(text, known))
        return Bucket(name=self.name, texts=(), held=held)


class Share(Struct, frozen=True, kw_only=True):
    """Some buckets that one process makes true, and where it keeps them."""

    buckets: tuple[Bucket, ...]
    values: Values | None

    def __len__(self) -> int:
        """How many files there are to parse."""
        return sum(len(bucket.texts) for bucket in self.buckets)


def records(texts: tuple[read.Text, ...], workshop: Workshop) -> tuple[Parsed[Record], ...]:
    """Every record, in the order of the files."""
    buckets = tuple(recalled(name, held, workshop.values) for name, held in dealt(texts).items())
    stale = workshop.shares(tuple(bucket for bucket in buckets if not bucket.is_true), fewest=FEWEST, most=MOST)
    shares = tuple(Share(buckets=share, values=workshop.values) for share in stale)
    outcomes = workshop.each("parsing", parsed, shares, elsewhere=parsed_elsewhere)
    renewed = {bucket.name: bucket for share in outcomes for bucket in share}
    found = {path: known for one in buckets for path, known in renewed.get(one.name, one).held.items()}
    everything = tuple(whole(text, found[text.path]) for text in texts)
    if workshop.values and workshop.values.held is not None:
        known = {text.path: (text.digest, one) for text, one in zip(texts, everything, strict=True)}
        for bucket in buckets:
            workshop.values.hold(bucket.name, {text.path: known[text.path] for text in bucket.texts})
    return everything


def parsed(share: Share) -> tuple[Bucket, ...]:
    """Buckets made true, and kept."""
    return tuple(bucket for bucket, _ in renewed(share))


def parsed_elsewhere(share: Share) -> tuple[Bucket, ...]:
    """The same for another process: what was packed to be kept is what it is sent, so nothing is packed twice."""
    return tuple(kept for _, kept in renewed(share))


def renewed(share: Share) -> Iterator[tuple[Bucket, Bucket]]:
    """Buckets made true, each as it is and as it is kept."""
    for bucket in share.buckets:
        made = bucket.refreshed()
        kept = replace(made, held=packed(made.held))
        if share.values:
            share.values.store.put(bucket.name, pack(kept.held))
        yield made, kept


def packed(held: Held) -> Held:
    """What a bucket holds, each record packed by itself: most builds open few of them."""
    return {path: (was, known if isinstance(known, bytes) else pack(known)) for path, (was, known) in held.items()}


def opened(known: Known) -> Parsed[Record]:
    """What is known of a file.

    Raises:
        Lost: when the cache has something else in its place.
    """
    _, value = known
    if isinstance(value, Parsed):
        return value
    try:
        found = unpack(value)
    except ValueError as error:
        raise Lost from error
    if not isinstance(found, Parsed):
        raise Lost
    return found


def whole(text: read.Text, known: Known) -> Parsed[Record]:
    """What a file says, parsed anew where the cache has something else in its place."""
    try:
        return opened(known)
    except Lost:
        return record(text.text, text.path)


# What parses front matter is loaded by the first file that no earlier build knew: most builds do without.


def record(text: str, path: str) -> Parsed[Record]:
    """One record."""
    from dossier import parse

    return parse.record(text, path=path)


def settings(text: str, path: str) -> Parsed[Settings]:
    """What ``dossier.yml`` says."""
    from dossier import parse

    return parse.settings(text, path=path)


def media(text: str, path: str) -> Parsed[tuple[Medium, ...]]:
    """What is said of the pictures."""
    from dossier import parse

    return parse.media(text, path=path)


def edition(text: str, path: str) -> Parsed[Edition]:
    """One edition."""
    from dossier import parse

    return parse.edition(text, path=path)


def named(path: str) -> Key | None:
    """The key that a path gives its record, if it gives one."""
    from dossier import parse

    return parse.named(path)


def parsed_anew(text: read.Text, known: Known | None) -> Parsed[Record]:
    """One record; of one that was known its front matter is left alone, if that has not changed."""
    try:
        before = opened(known) if known else None
    except Lost:
        before = None
    return (again(text.text, before, path=text.path) if before else None) or record(text.text, text.path)


def again(text: str, known: Parsed[Record], *, path: str) -> Parsed[Record] | None:
    """A record that was without fault, from a text in which nothing but its body has changed, still without fault.

    None, where that is not so or is not plain.
    """
    was, key = known.value, known.key
    if was is None or key is None or known.problems:
        return None
    lines = text.split("\n")
    head, rest = "\n".join(lines[: known.body_line - 1]), "\n".join(lines[known.body_line - 1 :])
    if outline(path, head) != known.outline:
        return None
    made = markup.body(rest, key, path=path, first_line=known.body_line)
    if made.problems:
        return None
    return replace(known, value=replace(was, body=made.prose), body=below(known.body_line, rest))


def once(text: read.Text, make: Callable[[str, str], Parsed[T]], workshop: Workshop) -> Parsed[T]:
    """One file that is no record, parsed unless it was parsed before; ``make`` is given its words and its path."""
    name, values = f"file-{blake2b(text.path.encode(), digest_size=8).hexdigest()}", workshop.values
    match values.get(name) if values else None:
        case (was, Parsed() as known) if was == text.digest:
            return known
    made = make(text.text, text.path)
    if values:
        values.put(name, (text.digest, made))
    return made


def recalled(name: str, texts: tuple[read.Text, ...], values: Values | None) -> Bucket:
    """A bucket as the last build left it."""
    found = values.get(name) if values else None
    return Bucket(name=name, texts=texts, held=found if isinstance(found, dict) else {})


def dealt(texts: Iterable[read.Text]) -> dict[str, tuple[read.Text, ...]]:
    """The files dealt out to buckets by their paths, so that one that comes or goes moves no other."""
    everything = tuple(texts)
    found: dict[str, list[read.Text]] = {}
    for text in everything:
        found.setdefault(bucket(text.path, len(everything)), []).append(text)
    return {name: tuple(held) for name, held in found.items()}


def bucket(path: str, of: int) -> str:
    """The name of the bucket that a file belongs to, one of so many."""
    count = 1 << max(0, (of // SIZE).bit_length())
    number = int.from_bytes(blake2b(path.encode("utf-8", "surrogatepass"), digest_size=4).digest()) % count
    return f"records/{count:x}-{number:x}"


class Shelf(Struct, frozen=True, kw_only=True):
    """What is kept of so many files, looked up one by one."""

    of: int
    values: Values
    buckets: dict[str, Held] = field(default_factory=dict)

    def known(self, path: str) -> Known | None:
        """What is kept of one file: a digest of its text, and what it says."""
        return self.bucket(bucket(path, self.of)).get(path)

    def bucket(self, name: str) -> Held:
        """All of one bucket."""
        if name not in self.buckets:
            found = self.values.get(name)
            self.buckets[name] = found if isinstance(found, dict) else {}
        return self.buckets[name]

    def learn(self, text: read.Text, parsed: Parsed[Record]) -> None:
        """Keeps what a file says now; for later processes only where this one may soon be no more."""
        name = bucket(text.path, self.of)
        held: Held = {**self.bucket(name), text.path: (text.digest, parsed)}
        self.values.hold(name, held)
        if self.values.held is None:
            self.values.store.put(name, pack(packed(held)))
