"""A PDF made fit for readers and for archives at once: PDF/A as it comes, PDF/UA-1 said beside it, no trace of us."""

from io import BytesIO
from urllib.parse import urljoin

import pikepdf

from dossier import urls
from dossier.pdf.confined import ORIGIN

END = b"</rdf:RDF>"

# What PDF/UA-1 wants said of a file (ISO 14289-1, 5), and PDF/A the description of every word it does not know itself
# (ISO 19005-2, 6.6.2.3). WeasyPrint says one or the other; what it lets be added stands where nobody looks.
ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def archival(data: bytes, *, home: str, page: str) -> bytes:
    """The PDF that says it is accessible too, whose links out of it lead to the site; the same bytes for the same.

    ``home`` is the page's address on the web, where it has one.
    """
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        say_accessible(pdf)
        mend(pdf, pdf.Root.StructTreeRoot.K, ())
        for sheet in pdf.pages:
            for note in sheet.get("/Annots", ()):
                lead_to_site(note, home, page)
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def say_accessible(pdf: pikepdf.Pdf) -> None:
    """Adds to what the file says of itself that it is PDF/UA-1."""
    metadata = pdf.Root.Metadata
    before, end, after = metadata.read_bytes().partition(END)
    if not end:
        raise ValueError("the metadata of the PDF have no end")
    metadata.write(before + ACCESSIBLE + end + after)


def mend(pdf: pikepdf.Pdf, kids: pikepdf.Object, above: tuple[pikepdf.Object, ...]) -> None:
    """Puts right what WeasyPrint tags as PDF/UA does not allow, below the elements ``above``.

    A link whose words stand in a box of their own is noted in that box, and is moved to its link. A table that goes on
    over pages, or has a caption, comes as tables in a table, and becomes one.
    """
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            continue
        if kid.get("/Type") == pikepdf.Name.OBJR:
            move_to_link(pdf, kid, kids, above)
        elif "/K" in kid:
            mend(pdf, kid.K, (*above, kid))
            if above and kid.get("/S") == above[-1].get("/S") == pikepdf.Name.Table:
                merge(kid, kids, above[-1])


def move_to_link(
    pdf: pikepdf.Pdf, noted: pikepdf.Object, kids: pikepdf.Object, above: tuple[pikepdf.Object, ...]
) -> None:
    """Has an annotation belong to the link round the element that it is noted in."""
    link = next((element for element in reversed(above) if element.get("/S") == pikepdf.Name.Link), None)
    if link is None or link.objgen == above[-1].objgen or noted.Obj.get("/Subtype") != pikepdf.Name.Link:
        return
    kids.remove(noted)
    link.K.append(noted)
    pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(noted.Obj.StructParent)] = link


def merge(table: pikepdf.Object, kids: pikepdf.Object, around: pikepdf.Object) -> None:
    """Puts what a table holds in its own place in the table around it."""
    place = next(n for n, kid in enumerate(kids) if isinstance(kid, pikepdf.Dictionary) and kid.objgen == table.objgen)
    rows = list(table.K)
    for row in rows:
        row.P = around
    held = [*list(kids)[:place], *rows, *list(kids)[place + 1 :]]
    around.K = pikepdf.Array(sorted(held, key=is_below_caption))


def is_below_caption(kid: pikepdf.Object) -> bool:
    """Whether it comes after the caption of its table, which PDF/UA wants at one end (ISO 14289-1, 7.2)."""
    return not (isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == pikepdf.Name.Caption)


def lead_to_site(note: pikepdf.Object, home: str, page: str) -> None:
    """Turns a link to another page of the site from the address it was typeset at to the one where readers find it."""
    action = note.get("/A", pikepdf.Dictionary())
    address = str(action.get("/URI", ""))
    if address.startswith(ORIGIN):
        target = urls.relative(address.removeprefix(ORIGIN), start=page)
        action.URI = note.Contents = pikepdf.String(urljoin(home, target) if home else target)
