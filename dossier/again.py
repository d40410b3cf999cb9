"""The same build of the same files once more: what it said is said again, and nothing is loaded or made.

This is loaded before it is known whether anything has to be done, so it loads next to nothing itself.
"""

import marshal
import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b

from dossier import stood
from dossier.cache.stamp import stamp
from dossier.cache.store import Store

HEARD = ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "TZ")
MANIFEST = "manifest.json"
PREFIX = "again-"  # of the names under which is kept what builds said
MOST = 16  # builds, each asked for in other words or on another day
SECONDS = "{seconds}"  # stands in what was said for the time that it took

Known = tuple[str, stood.Stood]
# What the words of a build mean, as ``cli.given`` has it: project, output, day, drafts, strict, form, quiet, verbose.
Meaning = tuple[str, str, str, bool, bool, str, bool, bool]


class Visit:
    """One build of a project: how its files stood when it began."""

    def __init__(self, project: str | os.PathLike[str]) -> None:
        self.begun = time.perf_counter_ns()
        self.project = os.path.realpath(project)
        self.store = Store(self.project, stamp())
        self.files = dict(stood.inputs(self.project))
        self.meaning: Meaning | tuple[()] = ()  # of the words that were typed, if they were typed before

    @cached_property
    def seen(self) -> stood.Seen:
        """The same, with the digests of those files of which it proves nothing."""
        return stood.Seen(self.files, self.store.moment() - (time.perf_counter_ns() - self.begun))

    def is_repeated(self) -> bool:
        """Whether this build was asked for just like this before, nothing has changed since, and all was said again."""
        data = self.store.get(name())
        if data is None:
            return False
        files, unsure, site, made, out, err, self.meaning = marshal.loads(data)
        if signed(self.files.items()) != files or signed(outputs(site)) != made:
            return False
        if any(stood.contents((path,)) != was for path, was in unsure.items()):
            return False
        say(out, err.replace(SECONDS, f"{(time.perf_counter_ns() - self.begun) / 1e9:.1f}"))
        return True

    def keep(
        self,
        output: str | os.PathLike[str],
        seal: tuple[int, ...],
        said: tuple[str, str],
        meaning: Meaning | tuple[()],
    ) -> None:
        """Has the next build that is like this one say the same, to the one stream and the other.

        In the latter ``{seconds}`` stands for the time that it took; ``meaning`` is what its words mean.
        ``seal`` is how the manifest stood that was written: under another one the site is by now that of another build.
        """
        site = os.path.realpath(output)
        made = tuple(outputs(site))
        if (os.path.join(site, MANIFEST), seal) in made:
            told = (signed(self.seen.files.items()), self.seen.unsure, site, signed(made), *said, meaning)
            self.store.put(name(), marshal.dumps(told))
            self.store.sweep(PREFIX, most=MOST)


def visit() -> Visit | None:
    """The build that the words of the command mean, where that is plain."""
    project = asked_for() if sys.argv[1:2] == ["build"] else None
    return Visit(project) if project else None


def say(out: str, err: str) -> None:
    """Puts words on standard output and on standard error, in this order."""
    for stream, words in ((sys.stdout, out), (sys.stderr, err)):
        stream.write(words)
        stream.flush()


def asked_for() -> str | None:
    """The project that the words of the command mean, where that is plain."""
    words = sys.argv[2:]
    if "--project" in words[:-1]:
        return os.path.realpath(words[words.index("--project") + 1])
    try:
        here = os.getcwd()
    except OSError:
        return None
    while not os.path.isfile(os.path.join(here, "content", "dossier.yml")):
        here, below = os.path.dirname(here), here
        if here == below:
            return None
    return os.path.realpath(here)


def name() -> str:
    """The name under which is kept what a build said: all that decides what it says besides the files."""
    told = (
        *sys.argv,
        os.getcwd(),
        *(f"{word}={os.environ.get(word)}" for word in HEARD),
        f"{sys.stdout.isatty()} {sys.stderr.isatty()}",
        time.strftime("%Y-%m-%d"),
    )
    return f"{PREFIX}{blake2b(chr(0).join(told).encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def outputs(site: str) -> Iterator[Known]:
    """How everything stands in an output; nothing in one that is a link, since builds refuse it."""
    return iter(()) if os.path.islink(site) else stood.below(site)


def signed(found: Iterable[Known]) -> bytes:
    """A short name for files that stand just so."""
    return blake2b(marshal.dumps(sorted(found), 2), digest_size=16).digest()
