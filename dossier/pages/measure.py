"""The figures page: every measure with what it counts and its dated values."""

from collections.abc import Iterator

from msgspec import Struct

from dossier import urls
from dossier.model.key import Key, Kind
from dossier.model.measure import Measure
from dossier.model.prose import Heading
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import charts, corrected, data, figures
from dossier.pages.desk import Desk, Link, url_of
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


class Series(Struct, frozen=True, kw_only=True):
    """One measure: what it counts, whether its values compare, and each value with its day and source."""

    anchor: str
    title: str
    unit: str
    counts: str
    is_comparable: bool
    body: tuple[bodies.Shown, ...]
    chart: charts.OverTime | None
    values: tuple[figures.Value, ...]
    excerpts: tuple[Excerpt, ...]
    corrections: tuple[corrected.Entry, ...]


class View(Struct, frozen=True, kw_only=True):
    """What the figures page shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    downloads: tuple[Link, ...]
    series: tuple[Series, ...]


def page(desk: Desk) -> Planned:
    """The figures page."""
    desk = desk.at(urls.FIGURES)
    measures = desk.dossier.measures.values()
    headings = (Heading(level=2, anchor=measure.id, words=measure.title) for measure in measures)
    begun = opening("figures", desk.words.labels.figures, desk, used=used(desk), headings=headings)
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        downloads=data.downloads("figures", desk),
        series=tuple(series(measure, desk) for measure in measures),
    )
    return Planned(url=desk.url, maker="figures.html", view=view)


def used(desk: Desk) -> Iterator[Key]:
    """The records that the measures use, with repeats."""
    for measure in desk.dossier.measures.values():
        yield from bodies.used(measure.body, measure.key, desk)
        yield from (Key(kind=Kind.SOURCE, id=line.source) for line in desk.dossier.figures[measure.id])


def series(measure: Measure, desk: Desk) -> Series:
    """One measure."""
    return Series(
        anchor=desk.anchor(url_of(measure.key, desk.dossier)),
        title=measure.title,
        unit=measure.unit,
        counts=measure.counts,
        is_comparable=measure.comparable,
        body=bodies.body(measure.body, measure.key, desk),
        chart=charts.over_time(measure, desk),
        values=tuple(figures.value(line, desk) for line in desk.dossier.figures[measure.id]),
        excerpts=excerpts(measure.key, desk),
        corrections=corrected.of(measure, desk),
    )
