"""Where blocks may begin: no quotation, bracket or code span reaches across such a place.

Python-Markdown decides what is a block. This is the cautious reading of the same lines: it may see a border where
there is none, and then leaves a mark as it was typed; it never joins what Markdown parts.
"""

import re
from collections.abc import Iterator

from dossier.markup.marks import SLAB

# The lines that may be borders, by what follows their indentation and quote marks; lines of plain words are none, and
# are not looked at one by one: their first letter tells.
LINE = re.compile(
    rf"""^(?=[ \t\n>{SLAB}#=*_:\[+\d-]|\Z)(?P<lead>[ \t]*+(?P<quotes>>[ \t>]*+)?)(?:
      (?P<alone>$ | {SLAB} | \#{{1,6}}[ \t] | =+[ \t]*$ | -+[ \t]*$ | (?:\*[ \t]*){{3,}}$ | (?:_[ \t]*){{3,}}$)
    | (?P<begins>:[ \t] | \[\^[^\]\n]*\]:)
    | (?P<item>(?:[-*+]|(?P<digits>\d{{1,9}}\.))[ \t])
    | (?(quotes)|(?!))
    )""",
    re.MULTILINE | re.VERBOSE,
)


def begun(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As ``finditer``, for a pattern that begins with ``^`` and takes no line feed at its end.

    ``re`` asks for ``^`` behind every character; from line feed to line feed it is three times as fast.
    """
    at = 0
    while True:
        found = pattern.match(text, at)
        if found:
            yield found
        feed = text.find("\n", found.end() if found else at)
        if feed < 0:
            return
        at = feed + 1


def block_starts(text: str) -> tuple[int, ...]:
    """The offsets of lines that may begin a block of their own, in order."""
    return tuple(dict.fromkeys(_block_starts(text)))


def _block_starts(text: str) -> Iterator[int]:
    """As ``block_starts``: ``fresh`` is where a block began last, as the list ``list_of`` and ``depth`` quotes deep."""
    fresh, list_of, depth = 0, "", 0
    for line in begun(LINE, text):
        start = line.start()
        if line["alone"] is not None:
            fresh, list_of, depth = text.find("\n", line.end()) + 1 or len(text), "", 0
            yield from (start, fresh)
            continue
        quotes = (line["quotes"] or "").count(">")
        kind = "" if not line["item"] else "digits" if line["digits"] else "bullets"
        nested = line.end("lead") - start >= 4
        begins = start == fresh or quotes > depth or line["begins"]
        if begins or (kind and list_of and (nested or kind == list_of)):
            yield start
        list_of = kind if begins else list_of
        depth = max(depth, quotes)
