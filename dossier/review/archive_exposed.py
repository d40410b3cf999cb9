"""Archived text in files that go into the site as they are."""

import re
from collections.abc import Iterator

from dossier.model.written import Carried, Files
from dossier.problems import Place, Problem
from dossier.quoting.copying import Index
from dossier.quoting.folding import words
from dossier.quoting.shelf import Shelf
from dossier.quoting.whereabouts import whereabouts

SPOKEN = re.compile(rb"[\t\n\r\x20-\x7e]{40,}")  # in a picture: long enough for words, too long for chance


def problems(files: Files, shelf: Shelf) -> Iterator[Problem]:
    """Each picture, style sheet or template that holds a run of words of an archived text, whoever owns that."""
    index = Index(shelf)
    texts = [(one.path, one.text) for one in files.look] + [(one.path, text_of(one)) for one in files.carried]
    for path, text in texts if index.found else ():
        said = words(text)
        for shared in index.shared(said):
            told = said[shared.start : shared.start + shared.length]
            yield Problem(
                code="archive-exposed",
                place=whereabouts(told, text, Place(path=path, line=1)),
                message=f"{shared.length} running words of the archived text of `{shared.source}` would be published",
                help="take them out: the archive is for checking quotations only",
            )


def text_of(file: Carried) -> str:
    """The words that a file may hold; of a picture only what stands in plain letters."""
    try:
        return file.data.decode()
    except UnicodeDecodeError:
        return "\n".join(found.decode() for found in SPOKEN.findall(file.data))
