"""What a person reads at the terminal while a preview runs: a line for each build, and each finding when it is new."""

import threading
import webbrowser

import click
from msgspec import Struct, field

from dossier.cli import telling
from dossier.model.run import Report
from dossier.problems import Finding, Severity, visible
from dossier.serve.news import News, Rebuilt, Renewed, Serving, Unbuilt

NAMED = 3  # files; of more that were saved at once the others are counted


class Lines(Struct, kw_only=True):
    """Tells news as it comes; ``opens`` has the browser opened once there is something to see."""

    paint: telling.Paint
    opens: bool
    address: str = ""
    known: frozenset[Finding] = field(default_factory=frozenset)

    def told(self, news: News) -> None:
        """One piece of news: findings on standard output, the rest on standard error."""
        if isinstance(news, Rebuilt):
            self.tell(news.report)
        click.echo(f"dossier: {line(news)}", err=True)
        if isinstance(news, Serving):
            self.address = news.address
            if news.is_exposed:
                click.echo("dossier: other machines can read it there, and nothing asks them who they are", err=True)
        elif self.opens and not isinstance(news, Renewed):
            self.opens = False
            # Some browsers keep whoever starts them waiting.
            threading.Thread(target=webbrowser.open, args=(self.address,), daemon=True).start()

    def tell(self, report: Report) -> None:
        """The findings that the last build did not have."""
        for finding in report.findings:
            if finding.severity is not Severity.NOTICE and finding not in self.known:
                click.echo(telling.text(finding, paint=self.paint) + "\n")
        self.known = frozenset(report.findings)


def line(news: News) -> str:
    """A piece of news in one line."""
    match news:
        case Serving(address=address, taken=None):
            return f"serving {address} (Ctrl-C ends it)"
        case Serving(address=address, taken=taken):
            return f"port {taken} is taken; serving {address} instead (Ctrl-C ends it)"
        case Rebuilt(saved=saved, report=report, seconds=seconds):
            return f"{after(saved)}{made(news)}, {telling.counted(report)}; {seconds:.2f} s"
        case Unbuilt(saved=saved, reason=reason, seconds=seconds):
            return f"{after(saved)}{reason}; {seconds:.2f} s"
        case Renewed(reason=reason):
            return f"{reason}; another takes its place"


def after(saved: tuple[str, ...]) -> str:
    """The files that a build followed; the first one follows none."""
    if not saved:
        return ""
    more = f" and {len(saved) - NAMED} more" if len(saved) > NAMED else ""
    return f"{visible(', '.join(saved[:NAMED]))}{more}: "


def made(news: Rebuilt) -> str:
    """How much of the site is new to those who look at it."""
    if not news.report.is_clean:
        return "the last good site stays" if news.saved else "no site yet"
    if not news.saved:
        return f"{news.report.pages} pages"
    changed = news.changed - {"manifest.json"}
    pages = sum(path.endswith(".html") for path in changed)
    others = len(changed) - pages
    also = f" and {others} other file{'s' * (others != 1)}" if others else ""
    return f"{pages} page{'s' * (pages != 1)}{also} changed"
