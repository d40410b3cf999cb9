"""Tables and lists of prose as a narrow window needs them: boxes with a name, cells that tell their column."""

from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from dossier.markup.units import Speech

STACKED = 3  # columns; a phone shows two side by side
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def shape(root: Element, speech: Speech) -> None:
    """Both, once all that reads the tree has read it."""
    frame_tables(root, speech)
    mark_led((*root.iter("ol"), *root.iter("ul")))


def frame_tables(root: Element, speech: Speech) -> None:
    """Give each table a box of its own, which scrolls where the window is narrower, named by the heading above it."""
    if next(root.iter("table"), None) is None:
        return
    heading, named = Element("h2"), Counter[str]()
    for parent in [element for element in root.iter() if len(element)]:
        for at, child in enumerate(list(parent)):
            if child.tag in HEADINGS:
                heading = child
            elif child.tag == "table":
                columns = [speech.words(cell) for cell in child.iter("th")]
                name = speech.words(heading) or ", ".join(filter(None, columns))
                named[name] += 1
                parent[at] = boxed(child, name if named[name] == 1 else f"{name} ({named[name]})")
                tell_columns(child, columns)


def boxed(table: Element, name: str) -> Element:
    """A table within its box; who works with the keyboard can reach it to scroll."""
    box = Element("section", {"class": "table", "tabindex": "0", "aria-label": name})
    box.append(table)
    box.tail, table.tail = table.tail, None
    return box


def tell_columns(table: Element, columns: list[str]) -> None:
    """Let the cells of a table with many columns bear the names of these, for where they stand below each other."""
    if len(columns) < STACKED:
        return
    table.set("class", "by-row")
    for row in table.iter("tr"):
        for cell, column in zip(row.findall("td"), columns, strict=False):
            cell.set("data-name", column)


def mark_led(lists: Iterable[Element]) -> None:
    """Mark the lists whose every item begins with strong words, as with a date: these lead through the list."""
    for each in lists:
        if len(each) and all(is_led(item) for item in each):
            each.set("class", f"{each.get('class', '')} led".strip())


def is_led(item: Element) -> bool:
    """Whether an item begins with strong words."""
    return not (item.text or "").strip() and len(item) > 0 and item[0].tag == "strong"
