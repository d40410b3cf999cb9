"""What is wrong with YAML that cannot be read: each way the parser stumbles, told in plain words with a way on."""

import re

from msgspec import Struct
from yaml import MarkedYAMLError
from yaml.events import CollectionEndEvent, Event, ScalarEvent

from dossier.located.sheet import Mark, Sheet, span
from dossier.located.walk import Walk
from dossier.problems import Place, Problem

KEY_AND_VALUE = re.compile(r"\s*(?:- +)*(?P<key>\S.*?):[ \t]+(?P<value>.*\S)")
NO_SPACE = re.compile(r"(?P<key>[\w-]+):(?P<value>[^\s/].*)")
ESCAPE_AS_TYPED = re.compile(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|.?)")
FOUND = re.compile(r"(?:found|got) '(.+)'$")
QUOTES = ("'", '"')
CLOSING = {"[": "]", "{": "}"}
LONG = 60  # characters; a longer value is not written out once more in a help


class Stumble(Struct, frozen=True, kw_only=True):
    """Where the parser gave up and why, where what it was reading began, and what it had read before."""

    sheet: Sheet
    said: str
    began: Mark
    stopped: Mark
    last: Event | None
    bracket: int | None  # the index of the innermost one still open

    @property
    def line(self) -> str:
        return self.sheet.lines[self.stopped.line]

    @property
    def found(self) -> str:
        found = FOUND.search(self.said)
        return found[1] if found else ""

    @property
    def indented(self) -> int:
        return indentation(self.line)

    def start(self, width: int | None = None) -> Place:
        return self.sheet.place(self.began.line, self.began.column, width)

    def here(self, width: int | None = None) -> Place:
        return self.sheet.place(self.stopped.line, self.stopped.column, width)


def mistake(error: MarkedYAMLError, walk: Walk) -> Problem:
    """The mistake of the author's that most likely made the parser stumble."""
    stopped = error.problem_mark
    if stopped is None:
        raise error  # no error of the parser lacks its mark
    # The mark after a bracket is sure: before it a tag may stand, and a lone `key: value` in a list has no bracket.
    opened = [span(event)[1].index - 1 for event in walk.unclosed if event.flow_style]
    brackets = [index for index in opened if walk.sheet.text[index] in CLOSING]
    stumble = Stumble(
        sheet=walk.sheet,
        said=f"{error.context}: {error.problem}",
        began=error.context_mark or stopped,
        stopped=stopped,
        last=walk.last,
        bracket=brackets[-1] if brackets else None,
    )
    return next(tell(stumble) for said, tell in MISTAKES if re.search(said, stumble.said))


def bad(place: Place, message: str, help: str) -> Problem:
    return Problem(code="bad-yaml", place=place, message=message, help=help)


def unclosed_quote(stumble: Stumble) -> Problem:
    quote = stumble.sheet.text[stumble.began.index]
    other = QUOTES[quote == QUOTES[0]]
    help = f"close it with another {quote}, or put the value in {other} if the {quote} belongs to the words"
    return bad(stumble.start(1), f"the {quote} that opens here is never closed", help)


def bad_escape(stumble: Stumble) -> Problem:
    begin = stumble.line.rindex("\\", 0, stumble.stopped.column)
    escape = "".join(ESCAPE_AS_TYPED.findall(stumble.line, begin)[:1])
    return bad(
        stumble.sheet.place(stumble.stopped.line, begin, len(escape)),
        f"`{escape}` means nothing between double quotes",
        "write `\\\\` for a backslash, or use single quotes, between which a backslash is only itself",
    )


def directive(place: Place) -> Problem:
    return Problem(
        code="yaml-feature",
        place=place,
        message="a line that begins with `%` is a YAML directive",
        help="leave it out, or put the value in quotes if the `%` belongs to the words",
    )


def late_directive(stumble: Stumble) -> Problem:
    return directive(stumble.sheet.place(stumble.stopped.line, 0))


def undefined_tag(stumble: Stumble) -> Problem:
    return Problem(
        code="yaml-feature",
        place=stumble.here(),
        message="what begins with `!` is a YAML tag",
        help="leave it out, or put the whole value in quotes if the `!` belongs to the words",
    )


def colon(stumble: Stumble) -> Problem:
    """A colon within a value, below a line that is no pair, or below one that already has its value."""
    above = line_above(stumble)
    pair = KEY_AND_VALUE.match(stumble.line)
    if above is None or (pair and pair.end("key") < stumble.stopped.column):
        return bad(stumble.here(1), "a value that holds a colon and a space needs quotes", quoting(stumble))
    if indentation(stumble.sheet.lines[above]) >= stumble.indented:
        return no_pair(stumble.sheet, above, indentation(stumble.sheet.lines[above]))
    return bad(
        stumble.sheet.place(stumble.stopped.line, stumble.indented),
        "this key is indented under a line that already has its value",
        "begin it in the same column as the keys it belongs with",
    )


def line_above(stumble: Stumble) -> int | None:
    """The nearest line above that says something."""
    above = stumble.sheet.lines[: stumble.stopped.line]
    said = [number for number, line in enumerate(above) if line.strip() and not line.lstrip().startswith("#")]
    return said[-1] if said else None


def no_colon(stumble: Stumble) -> Problem:
    return no_pair(stumble.sheet, stumble.began.line, stumble.began.column)


def no_pair(sheet: Sheet, line: int, column: int) -> Problem:
    place = sheet.place(line, column)
    if close := NO_SPACE.match(sheet.lines[line], column):
        return bad(place, "a space is missing after this colon", f"write `{close['key']}: {close['value'].strip()}`")
    return bad(place, "this line is not `key: value`", "write it so, or indent it if it continues the value above")


def dash(stumble: Stumble) -> Problem:
    return bad(
        stumble.here(1),
        "a list cannot begin on the line of its key",
        "put each `- ` item on a line of its own below the key, or quotes round words that begin with a dash",
    )


def bad_start(stumble: Stumble) -> Problem:
    sign = stumble.sheet.text[stumble.began.index]
    if sign == "\t":
        return tab(stumble)
    return bad(stumble.start(1), f"words that begin with `{sign}` need quotes", quoting(stumble))


def tab(stumble: Stumble) -> Problem:
    indents = not stumble.line[: stumble.stopped.column].strip()
    message = "this line is indented with a tab" if indents else "a tab stands where only spaces can"
    return bad(stumble.here(1), message, "use spaces instead, two for each level")


def block_header(stumble: Stumble) -> Problem:
    sign = stumble.sheet.text[stumble.began.index]
    return bad(
        stumble.start(),
        f"after `{sign}` the words begin on the next line",
        f"put them there, indented; or put the whole value in quotes if the `{sign}` belongs to the words",
    )


def in_brackets(stumble: Stumble) -> Problem:
    """A bracket that is never closed, or something within brackets that is not parted by a comma."""
    if stumble.bracket is None:
        return unreadable(stumble)
    sign = stumble.sheet.text[stumble.bracket]
    if stumble.found == "<stream end>" or is_outside(stumble, stumble.bracket):
        place = stumble.sheet.place_at(stumble.bracket, 1)
        return bad(place, f"the `{sign}` that opens here is never closed", f"close it with `{CLOSING[sign]}`")
    if stumble.found == ",":
        return bad(stumble.here(1), "nothing stands before this comma", "leave the comma out, or write what is missing")
    if stumble.found in CLOSING.values():
        message = f"this `{stumble.found}` does not close the `{sign}` that stands open"
        return bad(stumble.here(1), message, f"close that first, with `{CLOSING[sign]}`")
    return bad(
        stumble.here(1),
        f"a comma or quotes are missing before this, within `{sign}`",
        "part the values by commas; put a value that holds brackets, commas or colons in quotes",
    )


def is_outside(stumble: Stumble, bracket: int) -> bool:
    """Is this line indented as if the bracket had been closed on a line above?"""
    line = stumble.sheet.text.count("\n", 0, bracket)
    return stumble.stopped.line > line and stumble.indented <= indentation(stumble.sheet.lines[line])


def misfit(stumble: Stumble) -> Problem:
    """A line that fits none above it, or words after the end of a value."""
    last = stumble.last
    if isinstance(last, ScalarEvent) and last.style in QUOTES:
        begin, end = span(last)
        if end.line == stumble.stopped.line:
            return after_quote(stumble, begin)
    if isinstance(last, CollectionEndEvent) and is_bracket_before(stumble, span(last)[1]):
        return bad(stumble.here(), "this stands after the bracket that ends the value", quoting(stumble))
    if isinstance(last, ScalarEvent) and last.style in ("|", ">"):
        message = f"this line is indented less than the first line under `{last.style}`"
        return bad(stumble.here(), message, "indent all lines of a text alike")
    if stumble.found in STRAY:
        return bad(stumble.here(), *STRAY[stumble.found])
    return bad(
        stumble.here(),
        "this line is indented like no line above it",
        "begin it in the same column as the lines it belongs with",
    )


STRAY = {
    ":": ("a key is missing before this colon", "write `key: value`"),
    "-": ("a list item stands where `key: value` belongs", "give the list a key, or indent it under its key"),
    "?": ("a key stands where a list item belongs", "begin the line with `- `, or leave the dash above out"),
}


def after_quote(stumble: Stumble, begin: Mark) -> Problem:
    quote = stumble.sheet.text[begin.index]
    if begin.line == stumble.stopped.line:
        return bad(stumble.here(), f"this stands after the {quote} that ends the value", quoting(stumble))
    place = stumble.sheet.place(begin.line, begin.column, 1)
    message = f"the {quote} that opens here is closed only on line {stumble.here().line}"
    return bad(place, message, f"close it with another {quote} where the value ends")


def is_bracket_before(stumble: Stumble, end: Mark) -> bool:
    return end.line == stumble.stopped.line and stumble.sheet.text[end.index - 1] in CLOSING.values()


def more(stumble: Stumble) -> Problem:
    """Something after the end of the document, or what made the parser believe that it had ended."""
    above = stumble.sheet.lines[: stumble.stopped.line + 1]
    for number, line in enumerate(above):
        if line.startswith("%"):
            return directive(stumble.sheet.place(number, 0))
        if line.rstrip() == "...":
            return second_document(stumble.sheet.place(number, 0))
    if stumble.found.startswith("<block"):
        message = "this line begins further left than the lines above it"
        return bad(stumble.here(), message, "begin all keys of the file's first level in the same column")
    return bad(stumble.here(), "this stands after a value without a key", "give each value its key: `title: …`")


def second_document(place: Place) -> Problem:
    return Problem(
        code="yaml-feature",
        place=place,
        message="this line ends the YAML document, and more follows",
        help="leave this line out, or put it in quotes if it belongs to the words",
    )


def unreadable(stumble: Stumble) -> Problem:
    return bad(stumble.here(), "this is not YAML that can be read", "put the value in quotes")


def quoting(stumble: Stumble) -> str:
    """How to put the value of the line in quotes, written out where that is short and certain."""
    pair = KEY_AND_VALUE.match(stumble.line)
    if pair is None or stumble.bracket or len(pair["value"]) > LONG:
        return "put the whole value in quotes"
    return f"write `{pair['key']}: {in_quotes(pair['value'])}`"


def in_quotes(words: str) -> str:
    if words[0] in QUOTES and words[0] == words[-1] and words.count(words[0]) == 3:
        words = words[1:-1]  # quotes round words with an apostrophe or an inch in them
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


# What the parser says, in reading order, and who tells it. The last one answers whatever a later PyYAML may say.
MISTAKES = (
    (r"scanning a quoted scalar", unclosed_quote),
    (r"double-quoted", bad_escape),
    (r"scanning a directive", late_directive),
    (r"undefined tag handle", undefined_tag),
    (r"mapping values are not allowed", colon),
    (r"could not find expected ':'", no_colon),
    (r"sequence entries are not allowed", dash),
    (r"mapping keys are not allowed|cannot start any token|scanning an|a tag:|block node: .*'[]},]'$", bad_start),
    (r"block scalar", block_header),
    (r"flow", in_brackets),
    (r"block end", misfit),
    (r"document start|document end", more),
    (r"", unreadable),
)
