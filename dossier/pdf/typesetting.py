"""One page of a site set in pages of paper: tagged, with bookmarks, and with a date that is not the clock's."""

import logging
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from dossier.pdf.archival import archival
from dossier.pdf.confined import ORIGIN, Confined
from dossier.pdf.job import Job, Outcome
from dossier.pdf.numbering import numbered

# PDF/A forbids pictures that a viewer smooths, which is what WeasyPrint asks for unless told this.
PLAIN_PICTURES = "* { image-rendering: crisp-edges !important }"
SVG = "{http://www.w3.org/2000/svg}"


# How WeasyPrint tells of what a style sheet says for browsers alone. The sheets are for both, so that is no fault.
FOR_BROWSERS = (
    "Expected a media type",
    "Font-face 'Stand-in",
    "Ignored ",
    "Invalid media type",
    "Invalid or uns",
    "Unknown rule ",
)


class Complaints(logging.Handler):
    """Keeps what the typesetter complains of, each thing once."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.said: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """One complaint."""
        words = record.getMessage()
        if not words.startswith(FOR_BROWSERS):
            self.said[words] = None


def typeset(job: Job) -> Outcome:
    """Writes the PDF of a job where it says."""
    complaints = Complaints()
    logging.getLogger("weasyprint").addHandler(complaints)
    fetcher = Confined(Path(job.site), job.files)
    fonts = FontConfiguration()
    html = HTML(BytesIO(fetcher.read(job.page)), base_url=ORIGIN + job.page, url_fetcher=fetcher)
    name_pictures(html)
    plain = CSS(string=PLAIN_PICTURES, url_fetcher=fetcher)
    document = numbered(
        html.etree_element,
        lambda: html.render(font_config=fonts, stylesheets=[plain], pdf_variant=job.variant),
    )
    said = document.metadata
    said.attachments = []  # the page is not asked what to attach
    said.created = said.created or job.day
    said.modified = said.modified or said.created
    said.generator = None
    data = document.write_pdf(
        pdf_variant=job.variant, attachments=[attachment(file, fetcher, said.modified) for file in job.attached]
    )
    Path(job.to).write_bytes(archival(data, home=canonical(html), page=job.page))
    return Outcome(pages=len(document.pages), made_from=fetcher.asked, warnings=tuple(complaints.said))


def name_pictures(html: HTML) -> None:
    """Gives each drawing its name where WeasyPrint looks for one: in a title of its own; a space if it says nothing."""
    named = {element.get("id"): element for element in html.etree_element.iter() if element.get("id")}
    for drawing in list(html.etree_element.iter(f"{SVG}svg")):
        label = named.get(drawing.get("aria-labelledby", ""))
        words = " ".join("".join(label.itertext()).split()) if label is not None else drawing.get("aria-label", " ")
        if drawing.find(f"{SVG}title") is None:
            title = Element(f"{SVG}title")
            title.text = words
            drawing.insert(0, title)


def attachment(file: str, fetcher: Confined, day: str) -> Attachment:
    """A data file that the PDF carries, dated like it."""
    date = datetime.fromisoformat(day)
    return Attachment(
        file_obj=BytesIO(fetcher.read(file)),
        name=Path(file).name,
        description=file,
        created=date,
        modified=date,
        relationship="Data",
    )


def canonical(html: HTML) -> str:
    """The page's own address where it says so, for links that lead out of the PDF."""
    links = (link for link in html.etree_element.iter("link") if link.get("rel") == "canonical")
    return next((link.get("href") or "" for link in links), "")
