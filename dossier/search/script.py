"""A piece of the index as a script, the one kind of file that a page opened from a folder may load."""

import json

from msgspec import Struct

FOLDER = "search/"
# A script may stand within HTML, and old ones end at these two signs; in JSON each has a second spelling.
IN_SCRIPT = {char: f"\\u{ord(char):04x}" for char in "<\u2028\u2029"}


class Script(Struct, frozen=True, kw_only=True):
    """A piece by its name, with its data as JSON of lists, words and numbers: no word is a key."""

    name: str
    data: str

    @property
    def url(self) -> str:
        return f"{FOLDER}{self.name}.js"


def literal(data: object) -> str:
    """Data as it may stand in a script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, spelled in IN_SCRIPT.items():
        text = text.replace(char, spelled)
    return text


def as_script(script: Script) -> bytes:
    """The script, which hands its data to the one function that ``assets/search.js`` makes known."""
    return f'dossierSearch("{script.name}",{script.data});\n'.encode()
