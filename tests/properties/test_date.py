from hypothesis import example, given
from hypothesis import strategies as st

from dossier.model.date import BadDate, Date, parse

MARKS = st.sampled_from(["", "~", "?", "%"])
CUTS = st.sampled_from([(4, ""), (4, "-XX"), (4, "-XX-XX"), (7, ""), (7, "-XX"), (10, "")])


@st.composite
def moments(draw: st.DrawFn) -> str:
    length, unknown = draw(CUTS)
    return draw(st.dates()).isoformat()[:length] + unknown + draw(MARKS)


def parts(form: str) -> st.SearchStrategy[str]:
    return st.tuples(moments(), moments()).map(lambda pair: form.format(*pair))


TYPED = st.one_of(
    moments(),
    *(parts(form) for form in ["{}/{}", "{}/..", "../{}", "[{}..{}]", "[{}..]", "[..{}]", "[{},{}]"]),
)


def read(text: str) -> tuple[Date, ...]:
    """The date, or nothing where two random moments make no interval or set."""
    try:
        return (parse(text),)
    except BadDate:
        return ()


DATES = TYPED.map(read).filter(bool).map(lambda found: found[0])


@given(DATES)
def test_a_date_is_typed_as_it_prints(found: Date) -> None:
    assert parse(found.text) == found
    assert parse(found.text).text == found.text


@given(DATES, DATES)
def test_the_order_is_total_and_follows_the_earliest_day(one: Date, other: Date) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    if one.earliest < other.earliest:
        assert one < other


@given(DATES, DATES, DATES)
def test_the_order_is_the_same_however_one_starts(one: Date, two: Date, three: Date) -> None:
    assert sorted([one, two, three]) == sorted([three, one, two])


@given(DATES, DATES)
def test_certainly_before_is_told_of_one_side_only_and_agrees_with_the_order(one: Date, other: Date) -> None:
    if one.is_certainly_before(other):
        assert other.is_certainly_after(one)
        assert not other.is_certainly_before(one)
        assert one.latest < other.earliest
        assert one < other


@given(DATES)
def test_a_doubt_never_narrows_a_date(found: Date) -> None:
    assert found.reach.first <= found.earliest <= found.latest <= found.reach.last


@given(st.text() | st.text(alphabet="0129X-/.[],~?% T:x", max_size=24))
@example("[")
@example("[[..]..]")
@example("9999-99-99/9999-99-99")
@example("-" * 5000)
@example("2025-02-13T" * 2000)
@example("٣٣٣٣-٠٢")
def test_any_text_is_a_date_or_a_bad_date(text: str) -> None:
    for found in read(text):
        assert parse(found.text) == found
