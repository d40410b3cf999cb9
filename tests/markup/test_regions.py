"""Tables and lists of prose, as a narrow window needs them."""

from tests.markup.showing import page, units

TABLE = "| When | Who | What |\n|---|---|---|\n| May | the Guard | left [@news] |\n"


def test_a_table_has_a_box_that_the_keyboard_reaches_named_by_the_heading_above_it() -> None:
    html = page(f"## Who left\n\n{TABLE}")
    assert '<section aria-label="Who left" class="table" tabindex="0"><table' in html
    assert html.endswith("</table></section>")


def test_a_table_without_a_heading_is_named_by_its_columns_and_no_two_share_a_name() -> None:
    html = page(f"{TABLE}\nAnd then:\n\n{TABLE}")
    assert 'aria-label="When, Who, What"' in html
    assert 'aria-label="When, Who, What (2)"' in html


def test_the_cells_of_three_columns_tell_their_column_and_those_of_two_do_not() -> None:
    assert '<td data-name="Who">the Guard</td>' in page(TABLE)
    assert "data-name" not in page("| When | Who |\n|---|---|\n| May | the Guard |\n")


def test_a_name_with_signs_of_markup_is_words() -> None:
    html = page("## A `<b>` & c\n\n| a |\n|---|\n| b |\n")
    assert '<section aria-label="A &lt;b&gt; &amp; c" class="table"' in html


def test_a_table_in_a_box_is_still_a_head_and_rows() -> None:
    assert units(TABLE) == ["table-head 1: When Who What", "row 3: May the Guard left ⟨0⟩"]


def test_a_list_whose_every_item_begins_with_strong_words_is_marked() -> None:
    assert page("1. **May.** They left.\n2. **June.** They came back.") == (
        '<ol class="led"><li><strong>May.</strong> They left.</li><li><strong>June.</strong> They came back.</li></ol>'
    )


def test_a_list_with_an_item_that_begins_otherwise_is_not() -> None:
    assert 'class="led"' not in page("- **May.** They left.\n- They came **back**.")
