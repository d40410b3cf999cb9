"""Entities: the who's who, and each with what it said, published and took part in."""

from collections.abc import Mapping

from msgspec import Struct

from dossier import urls
from dossier.model import date as dates
from dossier.model.dossier import Evidence
from dossier.model.entity import Entity, Role
from dossier.model.naming import filed
from dossier.model.site import Planned, Task
from dossier.pages import body as bodies
from dossier.pages import description, evidence, facets, lists
from dossier.pages.cards import EntityCard, entity_card, notes
from dossier.pages.desk import Desk, Link, address, name
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import About, Frame, crumb, frame, home_crumb
from dossier.pages.legend import legend
from dossier.pages.opening import opening
from dossier.wording.labels import Order

Lines = tuple[Evidence, ...]


class RoleView(Struct, frozen=True, kw_only=True):
    """A role with its body and its period."""

    title: str
    of: Link | None
    period: str


class View(Struct, frozen=True, kw_only=True):
    """What an entity's page shows."""

    frame: Frame
    name: str
    lang: str
    kind: str
    aliases: str
    roles: tuple[RoleView, ...]
    ownership: str
    country: str
    note: str
    text: Link | None
    body: tuple[bodies.Shown, ...]
    spoken: tuple[evidence.Row, ...]
    published: tuple[Link, ...]
    origin_of: tuple[evidence.Row, ...]
    events: tuple[Link, ...]
    excerpts: tuple[Excerpt, ...]


class Group(Struct, frozen=True, kw_only=True):
    """The entities of one kind, by name."""

    kind: str
    entities: tuple["Entry", ...]


class Entry(Struct, frozen=True, kw_only=True):
    """One entity of the who's who."""

    card: EntityCard
    marks: lists.Marks | None


class ListView(Struct, frozen=True, kw_only=True):
    """What the who's who shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    controls: lists.Controls | None
    groups: tuple[Group, ...]


def pages(desk: Desk) -> tuple[Task, ...]:
    """A page for each entity."""
    return tuple(desk.task(entity.key, page, entity) for entity in desk.dossier.entities.values())


def index(desk: Desk) -> Planned:
    """The who's who."""
    desk, spoken = desk.at(urls.ENTITIES), desk.dossier.spoken
    begun = opening("entities", desk.words.labels.whos_who, desk)
    ordered = sorted(desk.dossier.entities.values(), key=lambda entity: (filed(entity.name), entity.id))
    rows: dict[str, lists.Traits] = {entity.id: traits(entity, spoken.get(entity.id, ()), desk) for entity in ordered}
    found = lists.listed(questions, rows, desk)
    view = ListView(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        controls=found.controls,
        groups=groups(ordered, found.marks, desk),
    )
    return Planned(url=desk.url, maker="entities.html", view=view)


def groups(ordered: list[Entity], marks: Mapping[str, lists.Marks | None], desk: Desk) -> tuple[Group, ...]:
    """The entities by kind, each by name."""
    found = (
        (
            kind,
            tuple(
                Entry(card=entity_card(entity, desk), marks=marks[entity.id])
                for entity in ordered
                if entity.kind is kind
            ),
        )
        for kind in desk.words.entities
    )
    return tuple(
        Group(kind=desk.words.labels.entity_groups[kind], entities=entries) for kind, entries in found if entries
    )


def questions(desk: Desk) -> lists.Questions:
    """What the who's who can be asked."""
    labels = desk.words.labels
    kinds = tuple(lists.Option(value=kind.value, words=labels.entity_groups[kind]) for kind in desk.words.entities)
    return lists.Questions(
        noun=desk.words.nouns.entity,
        facets=(lists.Facet(name="kind", words=labels.kind, options=kinds), facets.sections(desk)),
        sorts=(
            lists.Sort(name="kind", words=labels.kind, order=Order.PLACE),
            lists.Sort(name="name", words=labels.name, order=Order.NAME),
            lists.Sort(name="statements", words=labels.statements, order=Order.AMOUNT, falls=True),
        ),
        grouped_by="kind",
    )


def traits(entity: Entity, spoken: Lines, desk: Desk) -> lists.Traits:
    """What one entity answers: its sections are those of its statements."""
    return lists.Traits(
        values={
            "kind": (entity.kind.value,),
            "section": facets.sections_of((line.saying.claim for line in spoken), desk),
        },
        keys={
            "kind": list(desk.words.entities).index(entity.kind),
            "name": entity.name,
            "statements": len({line.saying.claim for line in spoken}),
        },
    )


def page(entity: Entity, desk: Desk) -> Planned:
    """One entity's page, with the evidence that it spoke and the evidence that goes back to it."""
    spoken = desk.dossier.spoken.get(entity.id, ())
    origin_of = desk.dossier.first_told.get(entity.key, ())
    used = (*bodies.used(entity.body, entity.key, desk), *evidence.keys((*spoken, *origin_of)))
    cards, works = notes((key for key in used if key != entity.key), desk), published(entity, desk)
    about = About(
        record=entity,
        title=entity.name,
        description=description.of_entity(entity, desk, (*spoken, *origin_of), works),
        crumbs=(home_crumb(desk), crumb(desk.words.labels.whos_who, urls.ENTITIES, desk)),
        headings=entity.body.headings,
        notes=cards,
        legend=legend(entity.body, cards, (*spoken, *origin_of)),
    )
    view = View(
        frame=frame(about, desk),
        name=entity.name,
        lang=desk.lang(entity),
        kind=desk.words.entities[entity.kind],
        aliases=", ".join(entity.aliases),
        roles=tuple(role(line, desk) for line in entity.roles),
        ownership=entity.ownership,
        country=desk.words.labels.not_stated if entity.country is None else entity.country,
        note=entity.note,
        text=desk.source(entity.text) if entity.text else None,
        body=bodies.body(entity.body, entity.key, desk),
        spoken=tuple(evidence.row(line, desk) for line in spoken),
        published=works,
        origin_of=tuple(evidence.row(line, desk) for line in origin_of),
        events=desk.told_in(entity.key),
        excerpts=excerpts(entity.key, desk),
    )
    return Planned(url=desk.url, maker="entity.html", view=view, told=entity.filed.path)


def roles_in_words(entity: Entity) -> str:
    """An entity's roles as one line."""
    return "; ".join(role.title for role in entity.roles)


def role(role: Role, desk: Desk) -> RoleView:
    """One role."""
    return RoleView(title=role.title, of=body_of(role.of, desk), period=period(role, desk))


def period(role: Role, desk: Desk) -> str:
    """From when to when, as one interval; where an end is itself vague or lasting, both ends in their own words."""
    if not (role.since or role.until):
        return ""
    since, until = (date.text if date else ".." for date in (role.since, role.until))
    try:
        return desk.words.date(dates.parse(f"{since}/{until}"))
    except dates.BadDate:
        return "; ".join(desk.words.date(date) for date in (role.since, role.until) if date)


def body_of(words: str, desk: Desk) -> Link | None:
    """The body of a role: the entity of that id, or the words themselves."""
    return desk.entity_or_words(words) if words else None


def published(entity: Entity, desk: Desk) -> tuple[Link, ...]:
    """The sources that the entity published or wrote."""
    return tuple(
        Link(words=name(source, desk.words), href=desk.href(address(source)), note=desk.date(source.published.date))
        for source in map(desk.dossier.sources.__getitem__, desk.dossier.works.get(entity.id, ()))
    )
