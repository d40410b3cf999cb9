"""Editors' private notes in front matter: taken out of every value before anything else sees it."""

import re
from collections.abc import Mapping

from dossier.located import Head, Value, scalars
from dossier.problems import Problem

NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
OPEN = re.compile(r"<!--(?!.*?-->)", re.DOTALL)


def without_notes(head: Head) -> Mapping[str, Value]:
    """What a head says without its private notes."""
    return {key: cleaned(value) for key, value in head.data.items()}


def unclosed(head: Head) -> tuple[Problem, ...]:
    """The notes that never end."""
    return tuple(
        Problem(
            code="open-comment",
            place=head.places[path],
            message="this editors' note begins with `<!--` and never ends",
            help="end it with `-->` in the same value",
        )
        for path, words in scalars(head.data)
        if OPEN.search(words)
    )


def cleaned(value: Value) -> Value:
    """A value without its notes."""
    match value:
        case str():
            return NOTE.sub("", value) if "<!--" in value else value
        case list():
            return [cleaned(item) for item in value]
        case dict():
            return {key: cleaned(item) for key, item in value.items()}
