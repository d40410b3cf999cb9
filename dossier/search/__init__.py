"""Search: an index made of plain records when the site is built, which ``assets/search.js`` loads in small pieces."""

from dossier.search.document import Document, Group
from dossier.search.index import index
from dossier.search.script import FOLDER, Script, as_script
from dossier.search.stop_words import stop_words

__all__ = ["FOLDER", "Document", "Group", "Script", "as_script", "index", "stop_words"]
