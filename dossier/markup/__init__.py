"""The one Markdown: from an author's text to prose with slots, and everything that is wrong with its markup."""

from dossier.markup.bodies import body
from dossier.markup.render import Rendered, prose

__all__ = ["Rendered", "body", "prose"]
