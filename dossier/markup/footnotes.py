"""Footnotes: their numbers, anchors and ways back, without a word in any language."""

from xml.etree.ElementTree import Element


def number_footnotes(root: Element, prefix: str) -> None:
    """Give footnotes and references to them anchors that no other body on a page has."""
    notes = next((element for element in root.iter("div") if element.get("class") == "footnote"), None)
    if notes is None:
        return
    notes.tag = "section"
    notes.attrib = {"class": "footnotes", "role": "doc-endnotes"}
    anchors = {item.get("id", ""): f"fn-{prefix}-{at}" for at, item in enumerate(notes[0], start=1)}
    anchors |= {reference.get("id", ""): back_anchor(reference, anchors) for reference in root.iter("sup")}
    for element in (*notes[0], *root.iter("sup")):
        element.set("id", anchors[element.get("id", "")])
    for reference in root.iter("sup"):
        reference[0].attrib |= {"href": f"#{anchors[target(reference[0])]}", "role": "doc-noteref"}
    for at, item in enumerate(notes[0], start=1):
        lead_back(item, at, anchors)


def target(link: Element) -> str:
    """The anchor that a link of a footnote leads to."""
    return link.get("href", "").removeprefix("#")


def back_anchor(reference: Element, anchors: dict[str, str]) -> str:
    """The anchor of a reference: the footnote's, and a count from the second reference to it on."""
    count = reference.get("id", "").partition(":")[0].removeprefix("fnref")
    note = anchors[target(reference[0])].replace("fn-", "fnref-", 1)
    return f"{note}-{count}" if count else note


def lead_back(item: Element, at: int, anchors: dict[str, str]) -> None:
    """Make a footnote's ways back say their number; a footnote that nothing refers to has none."""
    last = item[-1]
    for link in [link for link in last if link.get("class") == "footnote-backref"]:
        if target(link) not in anchors:
            last.remove(link)
            continue
        link.attrib = {"href": f"#{anchors[target(link)]}", "class": "footnote-back", "role": "doc-backlink"}
        link.text = f"↩{at}"
