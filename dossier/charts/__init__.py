"""Pictures of plain values as plain values: where each point, line and word stands, for a template to draw.

Places across are in percent and places down in ems, so that one drawing fills any width and its words keep their size.
What does not overlap at the narrowest width (``NARROWEST`` ems) does not overlap at a wider one.
"""

NARROWEST = 21.0  # ems of the chart's small type: what a window of 320 pixels leaves


def across(percent: float) -> str:
    """A place across as SVG has it."""
    return f"{percent:.2f}%"


def down(ems: float) -> str:
    """A place down as SVG has it."""
    return f"{ems:.2f}em"
