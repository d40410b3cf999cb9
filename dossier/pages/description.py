"""What each page says of itself in one line: for search engines, and for those who are sent its address."""

from collections.abc import Iterable, Sequence

from dossier.model.claim import Claim
from dossier.model.dossier import Evidence
from dossier.model.entity import Entity
from dossier.model.source import Source
from dossier.pages.cards import claim_card
from dossier.pages.desk import Desk, label, name

SHORTEST, LONGEST = 50, 160  # characters: search engines and messengers show no more, and find less too thin to show


def brief(words: str) -> str:
    """The words if they are short enough, else their first sentences, else as many words as fit."""
    if len(words) <= LONGEST:
        return words
    sentences = words[: LONGEST + 1].rpartition(". ")[0]
    if len(sentences) >= SHORTEST:
        return f"{sentences}."
    return f"{words[:LONGEST].rpartition(' ')[0].rstrip(' ,;:–-')}…"


def joined(words: str, more: str) -> str:
    """The words, and more of them where both fit."""
    whole = f"{words} {more}"
    return whole if len(whole) <= LONGEST else brief(words)


def of_claim(claim: Claim, desk: Desk) -> str:
    """The statement, and how its evidence lies."""
    card = claim_card(claim, desk)
    lies = "; ".join(words for words in (card.standing_words, card.support) if words)
    return joined(claim.statement, desk.words.labels.claim_lies.format(claim=card.label, lies=lies))


def of_source(source: Source, desk: Desk) -> str:
    """Who published it and when, what it is called, and how much it says here."""
    claims = len({saying.claim for saying in source.says})
    labels = desk.words.labels
    counted = desk.words.count(claims, desk.words.nouns.claim)
    says = labels.source_says.format(claims=counted) if claims else labels.source_cited
    told = f"{label(source, desk)}: {name(source, desk.words)}"
    return joined(f"{told.rstrip('.')}.", says)


def of_entity(entity: Entity, desk: Desk, evidence: Iterable[Evidence], works: Sequence[object]) -> str:
    """Who or what it is, and how much the dossier has of it."""
    words = desk.words
    what = "; ".join(role.title for role in entity.roles) or words.entities[entity.kind]
    events = len(desk.dossier.told_in.get(entity.key, ()))
    claims = len({line.saying.claim for line in evidence})
    nouns = ((claims, words.nouns.claim), (len(works), words.nouns.source), (events, words.nouns.event))
    counts = words.list([words.count(number, noun) for number, noun in nouns if number])
    told = words.labels.entity_holds if counts else words.labels.entity_named
    return brief(told.format(name=entity.name, what=what, counts=counts))


def of_generated(name: str, desk: Desk) -> str:
    """What a generated page holds, where editors have not introduced it."""
    told = desk.words.labels.holdings.get(name, "")
    return brief(told.format(dossier=desk.dossier.settings.title))
