"""Footnotes: their numbers, anchors and ways back, without a word in any language."""

from xml.etree.ElementTree import Element, SubElement


def number_footnotes(root: Element, prefix: str) -> None:
    """Number footnotes as the text refers to them, with anchors that no other body on a page has."""
    notes = next(root.iter("section"), None)
    if notes is None:
        return
    notes.attrib = {"class": "footnotes", "role": "doc-endnotes"}
    items = {item.get("id", ""): item for item in notes[0]}
    references: dict[str, list[Element]] = {note: [] for note in order(root, items)}
    for reference in root.iter("sup"):
        references[target(reference)].append(reference)
    notes[0][:] = [items[note] for note in references]
    for number, note in enumerate(references, start=1):
        tie(items[note], references[note], number, f"{prefix}-{number}")


def order(root: Element, notes: dict[str, Element]) -> dict[str, None]:
    """The notes as the text refers to them, and then those that it does not refer to."""
    return dict.fromkeys([*map(target, root.iter("sup")), *notes])


def target(reference: Element) -> str:
    """The note that a reference in the text leads to."""
    return reference[0].get("href", "").removeprefix("#")


def tie(item: Element, references: list[Element], number: int, name: str) -> None:
    """Lead from each reference to the note, and from the note back to each."""
    item.set("id", f"fn-{name}")
    for count, reference in enumerate(references, start=1):
        anchor = f"fnref-{name}" if count == 1 else f"fnref-{name}-{count}"
        reference.set("id", anchor)
        reference[0].attrib = {"class": "footnote-ref", "href": f"#fn-{name}", "role": "doc-noteref"}
        reference[0].text = str(number)
        lead_back(item, anchor, f"↩{number}" if count == 1 else f"↩{number}.{count}")


def lead_back(item: Element, anchor: str, words: str) -> None:
    """Put a way back at the end of a note."""
    last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
    if len(last):
        last[-1].tail = (last[-1].tail or "") + "\u00a0"
    else:
        last.text = (last.text or "") + "\u00a0"
    SubElement(last, "a", {"class": "footnote-back", "href": f"#{anchor}", "role": "doc-backlink"}).text = words
