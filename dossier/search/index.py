"""From documents to the scripts of an index: who is found under which term, and what is shown of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from dossier.search.document import Document, Group
from dossier.search.folding import LONGEST, bare, compounds, terms
from dossier.search.script import Script, literal
from dossier.search.shards import Line, ordered, shards

CHUNK = 8_000  # characters: the ten results that are shown first are seldom in fewer than five chunks
OFTEN = 3  # times: a text that says a word so often is about it
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

IN_TEXT, OFTEN_IN_TEXT, WHOLE_NAME = 1, 2, 9
# How much a word says of what it names, by the number of words in the name; 3 in a longer one.
IN_NAME = {1: WHOLE_NAME, 2: 8, 3: 7, 4: 6, 5: 5, 6: 5, 7: 4, 8: 4, 9: 4, 10: 4}

Weights = dict[str, int]


def index(groups: Sequence[Group], stop_words: Iterable[str]) -> tuple[Script, ...]:
    """The scripts of the index: the shards of terms, the chunks of documents, and first the root, which knows both.

    A stop word is found in names alone.
    """
    stop = frozenset(term for word in stop_words for term in terms(word))
    documents = [document for group in groups for document in group.documents]
    bounds, of_terms = shards(lines(documents, stop))
    per, of_documents = chunks(documents)
    pieces = (*of_terms, *of_documents)
    facts = (version(pieces), len(documents), per, kinds(groups), bounds, sorted(stop))
    return (Script(name="index", data=literal(facts)), *pieces)


def kinds(groups: Sequence[Group]) -> list[tuple[str, str, int]]:
    """Each kind with the number of its first document; the kinds of which there are none are left out."""
    found, first = [], 0
    for group in groups:
        if group.documents:
            found.append((group.id, group.words, first))
        first += len(group.documents)
    return found


def version(pieces: Iterable[Script]) -> str:
    """What changes when any piece does, so that no browser mixes the pieces of two builds."""
    seen = blake2b(digest_size=6)
    for piece in pieces:
        seen.update(f"{piece.name}\n{piece.data}\n".encode())
    return seen.hexdigest()


def lines(documents: Iterable[Document], stop: frozenset[str]) -> list[Line]:
    """A line for each term, in order: the term, then for each weight the documents that it has there."""
    found: dict[int, defaultdict[str, list[int]]] = {
        weight: defaultdict(list) for weight in range(WHOLE_NAME, IN_TEXT - 1, -1)
    }
    for number, document in enumerate(documents):
        for term, weight in weights(document, stop).items():
            found[weight][term].append(number)
    return [
        Line(term=term, words=line(term, found)) for term in ordered({term for by in found.values() for term in by})
    ]


def line(term: str, found: Mapping[int, Mapping[str, Sequence[int]]]) -> str:
    """``sinaloa 9a.3 11.4``: weight 9 for documents 10 and 13, weight 1 for 1 and 5."""
    groups = (f"{weight}{'.'.join(steps(by[term]))}" for weight, by in found.items() if term in by)
    return " ".join((term, *groups))


def steps(numbers: Iterable[int]) -> Iterator[str]:
    """Rising numbers as the steps from one to the next, to the base of 36."""
    before = 0
    for number in numbers:
        yield base36(number - before)
        before = number


def base36(number: int) -> str:
    """A number in digits and small letters."""
    return DIGITS[number] if number < 36 else base36(number // 36) + DIGITS[number % 36]


def weights(document: Document, stop: frozenset[str]) -> Weights:
    """The terms of a document, each with the most that it says of it."""
    in_text = terms(f"{document.tag}\n{document.note}\n{document.text}")
    found = {term: OFTEN_IN_TEXT if times >= OFTEN else IN_TEXT for term, times in in_text.items() if term not in stop}
    for name in (document.number, document.title, *document.names):
        for term, weight in named(name).items():
            found[term] = max(weight, found.get(term, 0))
    return found


def named(name: str) -> Weights:
    """The terms of a name; the shorter it is, the more each of them says."""
    words = compounds(name)
    weight = IN_NAME.get(len(words), 3)
    found = dict.fromkeys(terms(name), weight)
    if len(words) == 1 and not words[0].isalnum():  # in C-14 neither part is the name
        found = dict.fromkeys(found, IN_NAME[2]) | {bare(words[0])[:LONGEST]: WHOLE_NAME}
    return found


def chunks(documents: Sequence[Document]) -> tuple[int, tuple[Script, ...]]:
    """How many documents there are to a chunk, and the chunks, by number."""
    rows = [literal((d.url, d.tag, d.number, d.title, d.note, d.text)) for d in documents]
    per = max(1, CHUNK * len(rows) // max(1, sum(map(len, rows))))
    starts = range(0, len(rows), per)
    made = (f"[{','.join(rows[start : start + per])}]" for start in starts)
    return per, tuple(Script(name=f"d-{number}", data=data) for number, data in enumerate(made))
