"""English."""

from dossier.model.claim import Status
from dossier.model.disagreement import DisagreementType
from dossier.model.entity import EntityKind
from dossier.model.quantity import Hedge
from dossier.model.source import Basis, SourceKind, Stance
from dossier.wording.dates import DatePhrases
from dossier.wording.english_labels import ENGLISH_LABELS
from dossier.wording.numbers import Noun
from dossier.wording.words import Explained, Joints, Nouns, Words

ENGLISH = Words(
    language="en",
    dates=DatePhrases(
        day="{day} {month} {year}",
        the_day="{}",
        day_of_year="{day} {month}",
        month="{month} {year}",
        decade="the {}s",
        month_unknown="{} (month not known)",
        day_unknown="{} (day not known)",
        about="about {}",
        uncertain="{} (uncertain)",
        lasting="{} to {}",
        since="since {}",
        until="until {}",
        between="between {} and {}",
        day_or_after="on or after {}",
        day_or_before="on or before {}",
        month_or_after="in or after {}",
        month_or_before="in or before {}",
        either="{} or {}",
        smooth=str,
    ),
    hedges={
        Hedge.EXACTLY: "{}",
        Hedge.ABOUT: "about {}",
        Hedge.AT_LEAST: "at least {}",
        Hedge.UP_TO: "up to {}",
        Hedge.MORE_THAN: "more than {}",
        Hedge.NEARLY: "nearly {}",
        Hedge.BETWEEN: "between {} and {}",
    },
    joints=Joints(final=" and {}", opening_quote="“", closing_quote="”", smooth=str),
    nouns=Nouns(
        article=Noun(one="article", other="articles"),
        origin=Noun(one="origin", other="origins"),
        source=Noun(one="source", other="sources"),
        claim=Noun(one="claim", other="claims"),
        disagreement=Noun(one="disagreement", other="disagreements"),
        figure=Noun(one="figure", other="figures"),
        quotation=Noun(one="quotation", other="quotations"),
        entity=Noun(one="name", other="names"),
        event=Noun(one="event", other="events"),
        term=Noun(one="term", other="terms"),
        correction=Noun(one="correction", other="corrections"),
        defect=Noun(one="known error", other="known errors"),
        sheet=Noun(one="page", other="pages"),
    ),
    stances={
        Stance.SUPPORTS: "supports",
        Stance.DISPUTES: "disputes",
        Stance.QUALIFIES: "qualifies",
    },
    bases={
        Basis.DOCUMENT: "document",
        Basis.NAMED: "named person",
        Basis.UNNAMED_OFFICIAL: "unnamed official",
        Basis.UNNAMED: "unnamed person",
        Basis.OUTLET: "the outlet itself",
    },
    statuses={
        Status.STANDS: "stands",
        Status.REPORTED: "reported",
        Status.SUPERSEDED: "superseded",
        Status.WITHDRAWN: "withdrawn",
    },
    disagreements={
        DisagreementType.DATE: Explained(
            name="date",
            sentence="The statements hold for different days, and each may be right for its own.",
        ),
        DisagreementType.SCOPE: Explained(
            name="scope",
            sentence="The statements are about different things: other people, places or powers are counted in.",
        ),
        DisagreementType.STAGE: Explained(
            name="stage",
            sentence="The statements describe different stages of the same thing, as planned, ordered or under way.",
        ),
        DisagreementType.FRAMING: Explained(
            name="framing",
            sentence="The statements agree on what happened and differ on what it means.",
        ),
        DisagreementType.WORDING: Explained(
            name="wording",
            sentence="The statements use different words, or one word in different meanings.",
        ),
        DisagreementType.CONTRADICTION: Explained(
            name="contradiction",
            sentence="The statements cannot all be true.",
        ),
    },
    sources={
        SourceKind.ARTICLE: "article",
        SourceKind.STATEMENT: "statement",
        SourceKind.TRANSCRIPT: "transcript",
        SourceKind.STATUTE: "statute",
        SourceKind.ORDER: "order",
        SourceKind.TREATY: "treaty",
        SourceKind.CASE: "court case",
        SourceKind.REPORT: "report",
        SourceKind.DATASET: "dataset",
        SourceKind.POST: "post",
    },
    entities={
        EntityKind.PERSON: "person",
        EntityKind.ORGANISATION: "organization",
        EntityKind.OUTLET: "outlet",
        EntityKind.PLACE: "place",
        EntityKind.INSTRUMENT: "legal instrument",
        EntityKind.UNNAMED: "origin not named",
    },
    callouts={
        "note": "Note",
        "disputed": "Disputed",
        "correction": "Correction",
        "unverified": "Unverified",
    },
    labels=ENGLISH_LABELS,
)
