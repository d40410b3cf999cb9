"""Claims: the ledger of all, and each with its evidence, what differs, and everything that rests on it."""

from msgspec import Struct

from dossier import urls
from dossier.model.claim import Claim, Expectation
from dossier.model.dossier import Standing
from dossier.model.key import Key, Kind, MeasureId
from dossier.model.site import Planned, Task
from dossier.model.source import Stance
from dossier.pages import body as bodies
from dossier.pages import data, description, differences, evidence, facets, lists
from dossier.pages.cards import ClaimCard, claim_card, named_origins, notes
from dossier.pages.desk import Desk, Link
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import About, Frame, crumb, frame, home_crumb
from dossier.pages.history import Turn, history
from dossier.pages.opening import opening
from dossier.wording.labels import Order

LEFT_OPEN = "left-open"  # beside the editors' statuses, in the address of a ledger that is filtered
LADDER = (Standing.SUPPORTED, Standing.SINGLE_ORIGIN, Standing.DISPUTED, Standing.UNSUPPORTED)  # the firmest first


class Expected(Struct, frozen=True, kw_only=True):
    """What the claim says will happen, and whether it did."""

    what: str
    by: str
    outcome: str


class View(Struct, frozen=True, kw_only=True):
    """What a claim's page shows."""

    frame: Frame
    card: ClaimCard
    section: Link
    topics: str
    measure: Link | None
    reason: str
    replaced_by: Link | None
    expected: Expected | None
    body: tuple[bodies.Shown, ...]
    rows: tuple[evidence.Row, ...]
    differences: tuple[differences.Difference, ...]
    excerpts: tuple[Excerpt, ...]
    events: tuple[Link, ...]
    history: tuple[Turn, ...]


class Line(Struct, frozen=True, kw_only=True):
    """One line of the ledger."""

    card: ClaimCard
    section: Link
    origins: str
    marks: lists.Marks | None


class LedgerView(Struct, frozen=True, kw_only=True):
    """What the ledger shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    downloads: tuple[Link, ...]
    controls: lists.Controls | None
    lines: tuple[Line, ...]


def pages(desk: Desk) -> tuple[Task, ...]:
    """A page for each claim."""
    return tuple(desk.task(claim.key, page, claim) for claim in desk.dossier.claims.values())


def ledger(desk: Desk) -> Planned:
    """Every claim by its permanent number."""
    desk = desk.at(urls.CLAIMS)
    begun = opening("claims", desk.words.labels.claims, desk)
    claims = desk.dossier.claims.values()
    found = lists.listed(questions, {claim.id: traits(claim, desk) for claim in claims}, desk)
    view = LedgerView(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        downloads=data.downloads("claims", desk, data.DATABASE),
        controls=found.controls,
        lines=tuple(line(claim, found.marks[claim.id], desk) for claim in claims),
    )
    return Planned(url=desk.url, maker="claims.html", view=view)


def line(claim: Claim, marks: lists.Marks | None, desk: Desk) -> Line:
    """One claim in the ledger."""
    return Line(
        card=claim_card(claim, desk), section=section(claim, desk), origins=str(origins(claim, desk)), marks=marks
    )


def origins(claim: Claim, desk: Desk) -> int:
    """How many independent origins support the claim."""
    lines = desk.dossier.evidence[claim.id]
    return len(named_origins(line for line in lines if line.saying.stance is Stance.SUPPORTS))


def questions(desk: Desk) -> lists.Questions:
    """What the ledger can be asked."""
    labels = desk.words.labels
    return lists.Questions(
        noun=desk.words.nouns.claim,
        facets=(
            facets.sections(desk),
            facets.topics(desk),
            facets.standings(desk),
            statuses(desk),
            facets.sources(desk),
            facets.entities("voice", labels.said_by, desk),
        ),
        dates=labels.evidence,
        sorts=(
            lists.Sort(name="number", words=labels.number, order=Order.NUMBER),
            lists.Sort(name="latest", words=labels.latest, order=Order.DAY, falls=True),
            lists.Sort(name="origins", words=labels.independent, order=Order.AMOUNT, falls=True),
            lists.Sort(name="sources", words=labels.sources, order=Order.AMOUNT, falls=True),
            lists.Sort(name="standing", words=labels.status, order=Order.PLACE),
            lists.Sort(name="section", words=labels.section, order=Order.PLACE),
        ),
    )


def statuses(desk: Desk) -> lists.Facet:
    """What editors say of claims, and that one was not followed up."""
    named = [lists.Option(value=status.value, words=words) for status, words in desk.words.statuses.items()]
    left_open = lists.Option(value=LEFT_OPEN, words=desk.words.labels.not_updated)
    return lists.Facet(name="status", words=desk.words.labels.status, options=(*named, left_open))


def traits(claim: Claim, desk: Desk) -> lists.Traits:
    """What one claim answers."""
    lines = desk.dossier.evidence[claim.id]
    standing = desk.dossier.standing[claim.id]
    days = tuple(dict.fromkeys(line.saying.as_of for line in lines if line.saying.as_of))
    sources = tuple(dict.fromkeys(line.source for line in lines))
    return lists.Traits(
        values={
            "section": (claim.section,),
            "topic": claim.topics,
            "evidence": (standing.value,),
            "status": (claim.status.value, *([LEFT_OPEN] if claim.is_left_open(desk.today) else [])),
            "source": sources,
            "voice": evidence.voices(lines),
        },
        keys={
            "number": claim.number,
            "latest": max(days).earliest.toordinal() if days else None,
            "origins": origins(claim, desk),
            "sources": len(sources),
            "standing": LADDER.index(standing),
            "section": desk.dossier.settings.sections.index(claim.section),
        },
        days=days,
    )


def page(claim: Claim, desk: Desk) -> Planned:
    """One claim's page."""
    lines = desk.dossier.evidence[claim.id]
    used = (*bodies.used(claim.body, claim.key, desk), *evidence.keys(lines))
    about = About(
        record=claim,
        title=f"{claim.label}: {claim.statement}",
        description=description.of_claim(claim, desk),
        crumbs=(home_crumb(desk), crumb(desk.words.labels.claims, urls.CLAIMS, desk)),
        headings=claim.body.headings,
        notes=notes((key for key in used if key != claim.key), desk),
    )
    view = View(
        frame=frame(about, desk),
        card=claim_card(claim, desk),
        section=section(claim, desk),
        topics=", ".join(desk.dossier.settings.topics[topic] for topic in claim.topics),
        measure=desk.link(Key(kind=Kind.MEASURE, id=claim.measure)) if claim.measure else None,
        reason=claim.reason,
        replaced_by=desk.link(Key(kind=Kind.CLAIM, id=claim.replaced_by)) if claim.replaced_by else None,
        expected=expected(claim.expects, desk) if claim.expects else None,
        body=bodies.body(claim.body, claim.key, desk),
        rows=evidence.rows(lines, desk),
        differences=tuple(
            differences.difference(record, desk) for record in desk.dossier.disagreements_on.get(claim.id, ())
        ),
        excerpts=relied_on(claim, desk),
        events=desk.told_in(claim.key),
        history=history(claim, desk),
    )
    return Planned(url=desk.url, maker="claim.html", view=view, told=claim.filed.path)


def section(claim: Claim, desk: Desk) -> Link:
    """The section that files the claim."""
    return desk.link(Key(kind=Kind.SECTION, id=claim.section))


def expected(expectation: Expectation, desk: Desk) -> Expected:
    """An expectation in words."""
    by = desk.words.date(expectation.by) if expectation.by else ""
    return Expected(what=expectation.what, by=by, outcome=expectation.outcome)


def relied_on(claim: Claim, desk: Desk) -> tuple[Excerpt, ...]:
    """The passages that state the claim, then those that print a figure of its measure."""
    stating = excerpts(claim.key, desk)
    if not claim.measure:
        return stating
    figures = excerpts(Key(kind=Kind.MEASURE, id=MeasureId(claim.measure)), desk)
    return tuple(dict.fromkeys((*stating, *figures)))
