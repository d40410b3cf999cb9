"""The records of a project, parsed: those that were parsed before are taken as they were."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from dossier import parse, read
from dossier.cache.packing import pack, unpack
from dossier.model.dossier import Record
from dossier.parse import Parsed
from dossier.pipeline.workshop import Workshop

BUCKET = 64  # records, about; so many are kept in one file of the cache
FEWEST = 2  # buckets; one by itself costs less than a second process

Bucket = dict[str, tuple[str, Parsed[Record]]]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The files of one bucket of the cache, and what it holds."""

    name: str
    texts: tuple[read.Text, ...]
    held: Bucket

    @property
    def is_true(self) -> bool:
        """Whether it holds what these files say, and nothing else."""
        return {text.path: digest(text) for text in self.texts} == {path: was for path, (was, _) in self.held.items()}


def records(texts: tuple[read.Text, ...], workshop: Workshop) -> tuple[Parsed[Record], ...]:
    """Every record, in the order of the files."""
    kept = tuple(recalled(name, held, workshop) for name, held in buckets(texts).items())
    stale = tuple(bucket for bucket in kept if not bucket.is_true)
    renewed: dict[str, Bucket] = {bucket.name: bucket.held for bucket in kept}
    for share in workshop.each(parsed, workshop.shares(stale, fewest=FEWEST)):
        for name, data in share:
            if workshop.store:
                workshop.store.put(name, data)
            renewed[name] = bucket(data)
    found = {path: outcome for bucket in renewed.values() for path, (_, outcome) in bucket.items()}
    return tuple(found[text.path] for text in texts)


def parsed(stale: Iterable[Kept]) -> tuple[tuple[str, bytes], ...]:
    """Buckets made to hold what their files say, as bytes by name."""
    return tuple((bucket.name, pack(refreshed(bucket))) for bucket in stale)


def refreshed(bucket: Kept) -> Bucket:
    """What a bucket should hold; only files that it does not know as they are get parsed."""
    made: Bucket = {}
    for text in bucket.texts:
        now, (was, outcome) = digest(text), bucket.held.get(text.path, ("", None))
        is_known = outcome is not None and was == now
        made[text.path] = (now, outcome if is_known and outcome else parse.record(text.text, path=text.path))
    return made


def recalled(name: str, texts: tuple[read.Text, ...], workshop: Workshop) -> Kept:
    """A bucket as the last build left it."""
    data = workshop.store.get(name) if workshop.store else None
    return Kept(name=name, texts=texts, held=held(data) if data else {})


def held(data: bytes) -> Bucket:
    """What the bytes of a bucket hold; nothing, where they are no bucket."""
    try:
        return bucket(data)
    except ValueError:
        return {}


def bucket(data: bytes) -> Bucket:
    """The bucket that these bytes hold.

    Raises:
        ValueError: when they are no bucket.
    """
    found = unpack(data)
    if not isinstance(found, dict):
        raise ValueError("a bucket is a mapping")
    return {path: (was, outcome) for path, (was, outcome) in found.items() if isinstance(outcome, Parsed)}


def buckets(texts: Iterable[read.Text]) -> dict[str, tuple[read.Text, ...]]:
    """The files dealt out by their paths, so that one that comes or goes moves no other."""
    everything = tuple(texts)
    count = 1 << max(0, (len(everything) // BUCKET).bit_length())
    found: dict[str, list[read.Text]] = {}
    for text in everything:
        number = int.from_bytes(blake2b(text.path.encode("utf-8", "surrogatepass"), digest_size=4).digest()) % count
        found.setdefault(f"records/{count:x}-{number:x}", []).append(text)
    return {name: tuple(held) for name, held in found.items()}


def digest(text: read.Text) -> str:
    """A short name for a file that says just this."""
    return blake2b(text.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
