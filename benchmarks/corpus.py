"""A seeded corpus of source summaries, as values that every generator's site is written from."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

VOCABULARY = 12_000  # words; about what a few thousand news summaries use
RECORDS_A_TAG = 20  # with three or four tags to a record, a tag's page then lists about seventy, at every size
FIRST_DAY = date(2025, 1, 2)
DAYS = 300

# Everyday words, so that sentences have the rhythm of sentences; the rest of the vocabulary is made of syllables.
COMMON = (
    "the of to and in that was on for by it with as had at from were which be not an or their has after but said its "
    "they who would this are been more than one about into over before other could under when out between any".split()
)
ONSETS, VOWELS, ENDS = "b c d f g h l m n p r s t v st tr pr br ch".split(), "aeiou", " n r s l t nd".split(" ")


@dataclass(frozen=True, kw_only=True)
class Tag:
    """An outlet or a person: what a record is filed under, with a page of its own."""

    slug: str
    name: str
    is_outlet: bool
    note: str


@dataclass(frozen=True, kw_only=True)
class Cite:
    """A link to another record, by its place in the corpus."""

    record: int


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A link to a tag's page, by its place in the corpus."""

    tag: int


@dataclass(frozen=True, kw_only=True)
class Record:
    """One summary: ``tags`` are places in the corpus, the outlet first; ``told`` is what its page must say."""

    slug: str
    title: str
    author: str
    published: date
    tags: tuple[int, ...]
    body: tuple[str | Cite | Mention, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """Records and the tags that they are filed under."""

    seed: int
    records: tuple[Record, ...]
    tags: tuple[Tag, ...]


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """How a generator's authors write a link to a record and to a tag."""

    cite: Callable[[Record], str]
    mention: Callable[[Tag], str]


def corpus(count: int, seed: int) -> Corpus:
    """So many records; the same for the same seed."""
    chance = random.Random(f"{seed} {count}")
    language = Language(chance)
    tags = tuple(tag(number, language) for number in range(max(6, count // RECORDS_A_TAG)))
    outlets = [number for number, each in enumerate(tags) if each.is_outlet]
    persons = [number for number, each in enumerate(tags) if not each.is_outlet]
    records = tuple(
        Summary(language, number, count, chance.choice(outlets), chance.sample(persons, k=chance.choice((2, 3)))).made()
        for number in range(count)
    )
    return Corpus(seed=seed, records=records, tags=tags)


def body(record: Record, corpus: Corpus, dialect: Dialect) -> str:
    """A record's Markdown with its links as a generator's authors write them."""
    return "".join(written(part, corpus, dialect) for part in record.body)


def written(part: str | Cite | Mention, corpus: Corpus, dialect: Dialect) -> str:
    match part:
        case Cite():
            return dialect.cite(corpus.records[part.record])
        case Mention():
            return dialect.mention(corpus.tags[part.tag])
        case str():
            return part


def tag(number: int, language: "Language") -> Tag:
    """Every third is an outlet."""
    is_outlet = number % 3 == 0
    name = " ".join(language.rare().capitalize() for _ in range(2))
    # The number keeps two tags that chance named alike apart, as a middle initial does among people.
    name = f"{name} {numeral(number)}"
    slug = name.lower().replace(" ", "-")
    return Tag(slug=slug, name=name, is_outlet=is_outlet, note=f"{language.words(18).capitalize()}.")


def numeral(number: int) -> str:
    """A number in letters, as short as it goes: A, B … Z, BA."""
    letters = chr(65 + number % 26)
    return letters if number < 26 else numeral(number // 26) + letters


class Language:
    """Words as unequally common as those of a language."""

    def __init__(self, chance: random.Random) -> None:
        """A vocabulary of its own from the chance that is given."""
        self.chance = chance
        words = dict.fromkeys(COMMON)
        while len(words) < VOCABULARY:
            syllables = (chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(ENDS) for _ in range(2))
            words["".join(syllables) + chance.choice(("", "", "ed", "ing", "ion"))] = None
        self.vocabulary = list(words)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def words(self, count: int) -> str:
        return " ".join(self.chance.choices(self.vocabulary, cum_weights=self.weights, k=count))

    def rare(self) -> str:
        return self.chance.choice(self.vocabulary[len(COMMON) :])

    def sentence(self, fewest: int = 12, most: int = 24) -> str:
        return f"{self.words(self.chance.randint(fewest, most)).capitalize()}."


class Summary:
    """The making of one record of 300 to 450 words."""

    def __init__(self, language: Language, number: int, count: int, outlet: int, persons: list[int]) -> None:
        """A record of the place ``number`` among ``count``."""
        self.language, self.number, self.tags = language, number, (outlet, *persons)
        others = [number + 1, *(language.chance.randrange(count) for _ in range(language.chance.randint(0, 2)))]
        # The next record is always cited, so that something leads to each; no record cites itself.
        self.cited = [other % count for other in others if other % count != number]
        self.body: list[str | Cite | Mention] = []
        self.told: list[str] = []

    def made(self) -> Record:
        chance, language = self.language.chance, self.language
        title = f"{language.words(chance.randint(5, 9)).capitalize()} {language.rare()}"
        self.paragraph(*(Cite(record=other) for other in self.cited[:1]))
        self.heading()
        self.paragraph(*(Mention(tag=tag) for tag in self.tags[1:]), footnoted=True)
        self.items()
        self.paragraph(*(Cite(record=other) for other in self.cited[1:2]))
        self.heading()
        self.table()
        self.paragraph(*(Cite(record=other) for other in self.cited[2:]))
        self.note()
        return Record(
            slug=f"s{self.number:05}-{language.rare()}",
            title=title,
            author=f"{language.rare().capitalize()} {language.rare().capitalize()}",
            published=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
            tags=self.tags,
            body=tuple(self.body),
            told=tuple(self.told),
        )

    def paragraph(self, *links: Cite | Mention, footnoted: bool = False) -> None:
        """Four sentences with emphasis, then one sentence for each link."""
        language = self.language
        self.say(" ".join(language.sentence() for _ in range(3)))
        self.body += [" ", f"*{language.words(2).capitalize()}* ", f"**{language.words(2)}** ", language.words(6), "."]
        for link in links:
            self.body += [f" {language.words(7).capitalize()} ", link, "."]
        if footnoted:
            self.body.append(f" {language.words(5).capitalize()}.[^1]")
        self.body.append("\n\n")

    def heading(self) -> None:
        self.body.append("## ")
        self.say(self.language.words(4).capitalize())
        self.body.append("\n\n")

    def items(self) -> None:
        for _ in range(self.language.chance.randint(3, 5)):
            self.body.append("- ")
            self.say(f"{self.language.words(self.language.chance.randint(7, 12)).capitalize()}")
            self.body.append("\n")
        self.body.append("\n")

    def table(self) -> None:
        for row in range(4):
            for _ in range(3):
                self.body.append("| ")
                self.say(self.language.words(2))
                self.body.append(" ")
            self.body.append("|\n" if row else "|\n|---|---|---|\n")
        self.body.append("\n")

    def note(self) -> None:
        self.body.append("[^1]: ")
        self.say(self.language.sentence(10, 16))
        self.body.append("\n")

    def say(self, words: str) -> None:
        """Words without any markup, which the page must hold as they are."""
        self.body.append(words)
        self.told.append(words)


def word_counts(corpus: Corpus) -> Iterator[int]:
    """How many words each record's text has, the words of its links left out."""
    for record in corpus.records:
        yield len("".join(part for part in record.body if isinstance(part, str)).replace("|", " ").split())
