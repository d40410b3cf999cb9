"""The race: all contestants take turns at each action, so that the machine's noise falls on all alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import measuring, sites, watching
from benchmarks.contestant import Contestant
from benchmarks.corpus import Corpus
from benchmarks.measuring import Cost, FailedError
from benchmarks.packages import Installed
from benchmarks.sites import Made, Site

Tell = Callable[[str], None]


class Action(StrEnum):
    """What is timed, in the order in which a round does it."""

    COLD = "cold"
    SAME = "nothing changed"
    EDIT = "one body edited"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How often: rounds of all actions, and saves in watch mode."""

    runs: int
    saves: int


@dataclass(frozen=True, kw_only=True)
class First:
    """A first build, untimed: what it made, once that is found to be equal work, and the most memory it held."""

    made: Made
    memory: int


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one contestant took at one size; what it could not do has no figures, and ``trouble`` says why."""

    contestant: str
    version: str
    records: int
    first: First | None = None
    costs: Mapping[Action, tuple[Cost, ...]] = field(default_factory=dict)
    watched: tuple[float, ...] = ()
    trouble: str = ""

    def clock(self, action: Action) -> float | None:
        """The median of its seconds by the clock."""
        costs = self.costs.get(action)
        return median(cost.clock for cost in costs) if costs else None

    def processor(self, action: Action) -> float | None:
        """The median of its seconds of the processors."""
        costs = self.costs.get(action)
        return median(cost.processor for cost in costs) if costs else None

    @property
    def watch(self) -> float | None:
        """The median of its seconds from a save to the changed page."""
        return median(self.watched) if self.watched else None


class Race:
    """One corpus before all contestants, and what has been found so far."""

    def __init__(self, entered: Mapping[Contestant, Installed], corpus: Corpus, folder: Path, tell: Tell) -> None:
        """Lays every contestant's project below the folder."""
        self.tell = tell
        self.sites = tuple(
            sites.lay(contestant, program, corpus, folder / slug(contestant.name))
            for contestant, program in entered.items()
        )
        self.firsts: dict[str, First] = {}
        self.costs: dict[tuple[str, Action], list[Cost]] = {}
        self.watched: dict[str, tuple[float, ...]] = {}
        self.troubles: dict[str, str] = {}

    def run(self, plan: Plan) -> tuple[Result, ...]:
        """All of it: first builds, rounds, watching."""
        builders = [site for site in self.sites if site.contestant.build]
        for site in builders:
            self.told(site, "its first build")
            self.tried(site, self.begin)
        for turn in range(plan.runs):
            self.tell(f"  round {turn + 1} of {plan.runs}")
            self.take_turns(rotated(builders, turn), f"edited{turn}")
        for site in self.sites if plan.saves else ():
            self.told(site, "watching")
            self.tried(site, partial(self.watch, saves=plan.saves))
        return tuple(self.result(site) for site in self.sites)

    def take_turns(self, builders: list[Site], word: str) -> None:
        """One round: each action by each builder before the next action."""
        for action in Action:
            for site in builders:
                self.tried(site, partial(self.act, action=action, word=word))

    def begin(self, site: Site) -> None:
        """Its first build, which is looked at, and which warms what only its very first start has to do."""
        sites.forget(site)
        memory = measuring.most_memory(sites.command(site, site.contestant.build))
        self.firsts[site.contestant.name] = First(made=sites.looked_through(site), memory=memory)

    def act(self, site: Site, action: Action, word: str) -> None:
        """One action, timed."""
        if action is Action.COLD:
            sites.forget(site)
        if action is Action.EDIT:
            sites.edit(site, word)
        cost = measuring.cost(sites.command(site, site.contestant.build))
        if action is Action.EDIT:
            sites.holds(site, word)
        self.costs.setdefault((site.contestant.name, action), []).append(cost)

    def watch(self, site: Site, saves: int) -> None:
        if site.contestant.build:
            sites.forget(site)
        self.watched[site.contestant.name] = watching.saves(site, saves)

    def tried(self, site: Site, step: Callable[[Site], None]) -> None:
        """A step of one contestant, unless it is in trouble already; trouble is told and ends its race at this size."""
        name = site.contestant.name
        if name in self.troubles:
            return
        try:
            step(site)
        except FailedError as error:
            self.troubles[name] = str(error)
            self.told(site, f"out of this race: {error}")

    def told(self, site: Site, words: str) -> None:
        self.tell(f"  {site.contestant.name}: {words}")

    def result(self, site: Site) -> Result:
        name = site.contestant.name
        return Result(
            contestant=name,
            version=site.program.version,
            records=len(site.corpus.records),
            first=self.firsts.get(name),
            costs={action: tuple(self.costs[name, action]) for action in Action if (name, action) in self.costs},
            watched=self.watched.get(name, ()),
            trouble=self.troubles.get(name, ""),
        )


def rotated(builders: list[Site], turn: int) -> list[Site]:
    """Each round another one begins, so that nobody always comes after the same neighbour's writing."""
    first = turn % len(builders) if builders else 0
    return builders[first:] + builders[:first]


def slug(name: str) -> str:
    return "-".join(name.lower().replace(",", "").replace("--", "").split())
