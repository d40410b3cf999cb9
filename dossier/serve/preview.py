"""A dossier as it is being written: the last good site, what is wrong since, and the next build after a save."""

import asyncio
import os
import time
from collections.abc import Callable

from msgspec.structs import replace

from dossier import pipeline
from dossier.model.run import Options, Report
from dossier.problems import Severity
from dossier.serve import Asked
from dossier.serve import site as sites
from dossier.serve import state as states
from dossier.serve.builder import Builder, Ended
from dossier.serve.message import Job, Refused
from dossier.serve.news import News, Rebuilt, Renewed, Unbuilt
from dossier.serve.site import Site
from dossier.serve.state import State, Trouble

QUIET = 0.3  # seconds without a save, after which there is time for what was put off
ALL = "*"  # to livereload: the whole page

# Sends open pages the path of something that changed, as livereload does: the page itself, a style sheet, the state.
Send = Callable[[str], None]


class Preview:
    """Builds after each save, one build at a time, and tells pages and person what came of it."""

    def __init__(self, asked: Asked, told: Callable[[News], None], send: Send) -> None:
        self.asked = asked
        self.told = told
        self.send = send
        self.builder = Builder()
        self.site: Site | None = None
        self.sites = 0
        self.state = State(site=self.name(), is_current=False)
        self.saved: frozenset[str] = frozenset()
        self.since = 0.0
        self.wanted = asyncio.Event()

    def noticed(self, saved: frozenset[str]) -> None:
        """Has the site built anew, after the build that may be running: that one may have read too early."""
        if not self.wanted.is_set():
            self.since = time.perf_counter()
        self.saved |= saved
        self.wanted.set()

    async def work(self) -> None:
        """Builds whenever something was saved, and makes what that put off when nothing more is."""
        while True:
            await self.wanted.wait()
            saved, since, self.saved = self.saved, self.since, frozenset()
            self.wanted.clear()
            owed = await self.rebuild(saved, since)
            if owed and await self.is_quiet():
                await self.complete(owed)

    async def is_quiet(self) -> bool:
        """Whether nothing is saved for a moment."""
        try:
            await asyncio.wait_for(self.wanted.wait(), QUIET)
        except TimeoutError:
            return True
        return False

    async def complete(self, owed: frozenset[str]) -> None:
        """Makes the files that were put off."""
        answer = await self.built(put_off=False)
        if isinstance(answer, Report) and answer.output is not None:
            site = sites.standing(answer.output)
            changed = site.changed_since(self.site)
            if changed <= owed:
                self.renew(site, changed)
            else:  # something was saved just now, and that build has read it
                self.show(answer)

    def renew(self, site: Site, changed: frozenset[str]) -> None:
        """Has the pages that have changed loaded anew by those who look at them, and by nobody else."""
        self.site = site
        for path in sorted(changed):
            if path.endswith(".html"):
                self.send(f"/{path}")

    async def rebuild(self, saved: frozenset[str], since: float) -> frozenset[str]:
        """One build, and what follows from it; the files that it put off."""
        answer = await self.built(put_off=True)
        names = tuple(sorted(saved))
        if isinstance(answer, Report):
            changed = self.show(answer)
            seconds = time.perf_counter() - since
            self.told(Rebuilt(saved=names, report=answer, changed=changed, seconds=seconds))
            return frozenset(answer.put_off)
        error = Trouble(severity=Severity.ERROR.value, message=answer.reason)
        self.tell(replace(self.state, is_current=False, troubles=(error,)), frozenset())
        self.told(Unbuilt(saved=names, reason=answer.reason, seconds=time.perf_counter() - since))
        return frozenset()

    async def built(self, *, put_off: bool) -> Report | Refused | Ended:
        """What came of a build; one whose process was killed is tried once more."""
        job = Job(project=self.asked.project, options=replace(self.options(), put_off=put_off))
        answer = await self.builder.built(job)
        if isinstance(answer, Ended) and answer.was_killed:
            self.told(Renewed(reason=answer.reason))
            return await self.builder.built(job)
        return answer

    def options(self) -> Options:
        """Those of a build whose site goes to the preview's own folder, with drafts or without."""
        output = self.asked.project / pipeline.PREVIEW
        return Options(today=self.asked.today(), output=output, drafts=self.asked.drafts)

    def show(self, report: Report) -> frozenset[str]:
        """Puts the new site, or what stands in its way, before those who look; answers with the files that changed."""
        before = self.site
        if report.output is not None:
            self.site = sites.standing(report.output)
        changed = self.site.changed_since(before) if self.site else frozenset()
        self.sites += bool(changed)
        troubles = states.troubles(report.findings)
        self.tell(State(site=self.name(), is_current=report.is_clean, troubles=troubles), changed)
        return changed

    def tell(self, state: State, changed: frozenset[str]) -> None:
        """Has open pages show what is new to them, and nothing where nothing is."""
        before, self.state = self.state, state
        sheets = sorted(path for path in changed if path.endswith(".css"))
        if len(sheets) < len(changed):
            self.send(ALL)
        elif sheets:
            for sheet in sheets:
                self.send(sheet)
        elif state != before:
            self.send(states.PATH)

    def name(self) -> str:
        """The site that is served now, told apart from every other, those of an earlier preview too."""
        return f"{os.getpid()}-{self.sites}"

    async def end(self) -> None:
        """Ends what was started."""
        await self.builder.end()
