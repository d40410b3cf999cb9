"""Spanish."""

import re

from dossier.model.claim import Status
from dossier.model.disagreement import DisagreementType
from dossier.model.entity import EntityKind
from dossier.model.quantity import Hedge
from dossier.model.source import Basis, SourceKind, Stance
from dossier.wording.dates import DatePhrases
from dossier.wording.numbers import Noun
from dossier.wording.spanish_labels import SPANISH_LABELS
from dossier.wording.words import Explained, Joints, Nouns, Words


def smooth_date(words: str) -> str:
    """Contract ``de el`` and ``a el``, and let ``o`` give way before another o: ``7 u 8``, ``septiembre u octubre``."""
    contracted = re.sub(r"\b(de|a) el\b", lambda found: {"de": "del", "a": "al"}[found[1]], words)
    return re.sub(r" o (?=o|(?:8|11) de\b)", " u ", contracted)


def smooth_list(words: str) -> str:
    """Let ``y`` give way before another i: ``Guerrero e Irapuato``, but ``agua y hielo``."""
    return re.sub(r"^ y (?=h?[ií](?!e))", " e ", words, flags=re.IGNORECASE)


SPANISH = Words(
    language="es",
    dates=DatePhrases(
        day="{day} de {month} de {year}",
        the_day="el {}",
        day_of_year="{day} de {month}",
        month="{month} de {year}",
        decade="la década de {}",
        month_unknown="{} (mes desconocido)",
        day_unknown="{} (día desconocido)",
        about="alrededor de {}",
        uncertain="{} (fecha incierta)",
        lasting="de {} a {}",
        since="desde {}",
        until="hasta {}",
        between="entre {} y {}",
        day_or_after="{} o después",
        day_or_before="{} o antes",
        month_or_after="en {} o después",
        month_or_before="en {} o antes",
        either="{} o {}",
        smooth=smooth_date,
    ),
    hedges={
        Hedge.EXACTLY: "{}",
        Hedge.ABOUT: "alrededor de {}",
        Hedge.AT_LEAST: "al menos {}",
        Hedge.UP_TO: "hasta {}",
        Hedge.MORE_THAN: "más de {}",
        Hedge.NEARLY: "casi {}",
        Hedge.BETWEEN: "entre {} y {}",
    },
    joints=Joints(final=" y {}", opening_quote="«", closing_quote="»", smooth=smooth_list),
    nouns=Nouns(
        article=Noun(one="artículo", other="artículos"),
        origin=Noun(one="origen", other="orígenes"),
        source=Noun(one="fuente", other="fuentes"),
        claim=Noun(one="afirmación", other="afirmaciones"),
        disagreement=Noun(one="discrepancia", other="discrepancias"),
        figure=Noun(one="cifra", other="cifras"),
        quotation=Noun(one="cita", other="citas"),
        entity=Noun(one="nombre", other="nombres"),
        event=Noun(one="hecho", other="hechos"),
        term=Noun(one="término", other="términos"),
        correction=Noun(one="corrección", other="correcciones"),
        defect=Noun(one="error conocido", other="errores conocidos"),
        sheet=Noun(one="página", other="páginas"),
    ),
    stances={
        Stance.SUPPORTS: "respalda",
        Stance.DISPUTES: "cuestiona",
        Stance.QUALIFIES: "matiza",
    },
    bases={
        Basis.DOCUMENT: "documento",
        Basis.NAMED: "persona identificada",
        Basis.UNNAMED_OFFICIAL: "funcionario no identificado",
        Basis.UNNAMED: "persona no identificada",
        Basis.OUTLET: "el propio medio",
    },
    statuses={
        Status.STANDS: "vigente",
        Status.REPORTED: "reportada",
        Status.SUPERSEDED: "superada",
        Status.WITHDRAWN: "retirada",
    },
    disagreements={
        DisagreementType.DATE: Explained(
            name="fecha",
            sentence="Las afirmaciones se refieren a días distintos, y cada una puede ser cierta para el suyo.",
        ),
        DisagreementType.SCOPE: Explained(
            name="alcance",
            sentence="Las afirmaciones tratan de cosas distintas: abarcan otras personas, lugares o facultades.",
        ),
        DisagreementType.STAGE: Explained(
            name="etapa",
            sentence="Las afirmaciones describen etapas distintas de lo mismo: planeado, ordenado o en curso.",
        ),
        DisagreementType.FRAMING: Explained(
            name="enfoque",
            sentence="Las afirmaciones coinciden en lo que ocurrió y difieren en lo que significa.",
        ),
        DisagreementType.WORDING: Explained(
            name="redacción",
            sentence="Las afirmaciones usan palabras distintas, o una misma palabra con sentidos distintos.",
        ),
        DisagreementType.CONTRADICTION: Explained(
            name="contradicción",
            sentence="Las afirmaciones no pueden ser todas ciertas.",
        ),
    },
    sources={
        SourceKind.ARTICLE: "artículo",
        SourceKind.STATEMENT: "declaración",
        SourceKind.TRANSCRIPT: "transcripción",
        SourceKind.STATUTE: "ley",
        SourceKind.ORDER: "orden",
        SourceKind.TREATY: "tratado",
        SourceKind.CASE: "caso judicial",
        SourceKind.REPORT: "informe",
        SourceKind.DATASET: "conjunto de datos",
        SourceKind.POST: "publicación",
    },
    entities={
        EntityKind.PERSON: "persona",
        EntityKind.ORGANISATION: "organización",
        EntityKind.OUTLET: "medio",
        EntityKind.PLACE: "lugar",
        EntityKind.INSTRUMENT: "instrumento jurídico",
        EntityKind.UNNAMED: "origen no identificado",
    },
    callouts={
        "note": "Nota",
        "disputed": "En disputa",
        "correction": "Corrección",
        "unverified": "Sin verificar",
    },
    labels=SPANISH_LABELS,
)
