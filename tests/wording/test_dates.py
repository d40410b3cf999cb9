import pytest

from dossier.model.date import parse
from dossier.wording import words


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("2025-02-13", "13 February 2025", "13 de febrero de 2025"),
        ("2025-02", "February 2025", "febrero de 2025"),
        ("2025", "2025", "2025"),
        ("202X", "the 2020s", "la década de 2020"),
        ("20XX", "2000–2099", "2000–2099"),
        ("2025-XX", "2025 (month not known)", "2025 (mes desconocido)"),
        ("2025-02-XX", "February 2025 (day not known)", "febrero de 2025 (día desconocido)"),
        ("2025-02-13~", "about 13 February 2025", "alrededor del 13 de febrero de 2025"),
        ("2025~", "about 2025", "alrededor de 2025"),
        ("2025-02-13?", "13 February 2025 (uncertain)", "13 de febrero de 2025 (fecha incierta)"),
        (
            "2025-02-13%",
            "about 13 February 2025 (uncertain)",
            "alrededor del 13 de febrero de 2025 (fecha incierta)",
        ),
    ],
)
def test_a_moment_reads_as_much_as_is_known_of_it(text: str, english: str, spanish: str) -> None:
    assert words("en").date(parse(text)) == english
    assert words("es").date(parse(text)) == spanish


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("2025-01-20/2025-11-03", "20 January to 3 November 2025", "del 20 de enero al 3 de noviembre de 2025"),
        ("2025-02-13/2025-02-20", "13 to 20 February 2025", "del 13 al 20 de febrero de 2025"),
        (
            "2024-12-30/2025-01-02",
            "30 December 2024 to 2 January 2025",
            "del 30 de diciembre de 2024 al 2 de enero de 2025",
        ),
        ("2025-01/2025-03", "January to March 2025", "de enero a marzo de 2025"),
        ("2020/2024", "2020 to 2024", "de 2020 a 2024"),
        ("2025-02-13/2025-03", "13 February 2025 to March 2025", "del 13 de febrero de 2025 a marzo de 2025"),
        ("2025-09-02/..", "since 2 September 2025", "desde el 2 de septiembre de 2025"),
        ("2025-09/..", "since September 2025", "desde septiembre de 2025"),
        ("202X/..", "since the 2020s", "desde la década de 2020"),
        ("../2025-05-01", "until 1 May 2025", "hasta el 1 de mayo de 2025"),
        ("../2025-05-01~", "until about 1 May 2025", "hasta alrededor del 1 de mayo de 2025"),
    ],
)
def test_an_interval_reads_as_a_time_that_lasts(text: str, english: str, spanish: str) -> None:
    assert words("en").date(parse(text)) == english
    assert words("es").date(parse(text)) == spanish


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("[2025-01-20..]", "on or after 20 January 2025", "el 20 de enero de 2025 o después"),
        ("[2025-01..]", "in or after January 2025", "en enero de 2025 o después"),
        ("[..2025-01-20]", "on or before 20 January 2025", "el 20 de enero de 2025 o antes"),
        ("[..2025]", "in or before 2025", "en 2025 o antes"),
        ("[2025-02-13..2025-02-20]", "between 13 and 20 February 2025", "entre el 13 y el 20 de febrero de 2025"),
        ("[2025-08-08,2025-08-09]", "8 or 9 August 2025", "8 o 9 de agosto de 2025"),
        ("[2025-08-07,2025-08-08]", "7 or 8 August 2025", "7 u 8 de agosto de 2025"),
        ("[2025-08-07,2025-08-09,2025-08-11]", "7, 9 or 11 August 2025", "7, 9 u 11 de agosto de 2025"),
        ("[2025-08-31,2025-09-01]", "31 August or 1 September 2025", "31 de agosto o 1 de septiembre de 2025"),
        ("[2025-09,2025-10]", "September or October 2025", "septiembre u octubre de 2025"),
        ("[2024,2025]", "2024 or 2025", "2024 o 2025"),
    ],
)
def test_a_set_reads_as_one_day_not_known_exactly(text: str, english: str, spanish: str) -> None:
    assert words("en").date(parse(text)) == english
    assert words("es").date(parse(text)) == spanish


def test_a_doubted_end_is_not_shortened_since_the_doubt_is_its_own() -> None:
    dated = parse("2025-02-13~/2025-02-20")
    assert words("en").date(dated) == "about 13 February 2025 to 20 February 2025"
