"""What a preview adds to a page on its way to the browser; the file on the disk stays as it will be published."""

import html
import re
from urllib.parse import urlsplit

SCRIPTS = (
    '<script src="/.dossier/preview.js" data-site="{site}" defer></script>'
    # Its script finds an address with colons by itself only where it is told.
    '<script src="/livereload.js?host={name}&amp;port={port}" defer></script>'
)
HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
POLICY = re.compile(rb"""(<meta\s+http-equiv="content-security-policy"\s+content=")([^"]*)(")""", re.IGNORECASE)

# Where the preview's scripts come from, what they ask for and how the list of problems looks.
NEEDED = ("script-src", "connect-src", "style-src")


def previewed(page: bytes, *, site: str, host: str) -> bytes:
    """A page with the preview's scripts, and with a policy that lets them run.

    ``site`` says which site it is of, ``host`` by which name and port the browser knows us: a tunnel may have others.
    """
    parts = urlsplit(f"//{host}")
    name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    scripts = SCRIPTS.format(site=html.escape(site), name=html.escape(name), port=parts.port or 80).encode()
    allowed = POLICY.sub(lambda found: found[1] + allowing(found[2]) + found[3], page)
    end = HEAD_END.search(allowed)
    at = end.start() if end else len(allowed)
    return allowed[:at] + scripts + allowed[at:]


def allowing(content: bytes) -> bytes:
    """A policy that allows what the preview needs from its own address, and else what it did."""
    policy = html.unescape(content.decode())
    typed = [directive.split() for directive in policy.split(";") if directive.strip()]
    directives = {name.lower(): sources for name, *sources in reversed(typed)}  # of two the first holds
    lacking = {name: sources for name in NEEDED if (sources := needed(name, directives)) is not None}
    if not lacking:
        return content
    return html.escape("; ".join(" ".join(words) for words in written(directives | lacking)), quote=True).encode()


def needed(name: str, directives: dict[str, list[str]]) -> list[str] | None:
    """The sources that a directive must have instead of its own; none where it allows us already."""
    sources = directives.get(name, directives.get("default-src"))
    if sources is None or "'self'" in sources:
        return None
    return [*(source for source in sources if source != "'none'"), "'self'"]


def written(directives: dict[str, list[str]]) -> list[list[str]]:
    """Directives as a policy has them."""
    return [[name, *sources] for name, sources in directives.items()]
