"""The author's guide holds everything that code knows: keys, choices, names, commands and codes, and its examples."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import click
import pytest

import dossier
from dossier import parse, rules, urls, wording
from dossier.cli import telling
from dossier.cli.commands import commands
from dossier.link.directory import LINKABLE
from dossier.markup import attributes, locators, standalone
from dossier.model import date as dates
from dossier.model import quantity as quantities
from dossier.model.key import Kind
from dossier.model.quantity import Hedge
from dossier.problems import Severity
from dossier.read.role import FOLDERS, PICTURES

GUIDE = (Path(__file__).parents[1] / "docs" / "writing.md").read_text("utf-8")
A_DAY = date(2024, 12, 1)  # the day after all that the guide's own dossier tells of
JPEG = b"\xff\xd8\xff"  # enough of a picture for a file that only has to be one

# The heading below which the guide tells the keys of each kind of front matter.
SECTIONS = {
    "dossier": "dossier.yml",
    "media": "Pictures",
    Kind.HOME: "Pages",
    Kind.PAGE: "Pages",
    Kind.SECTION: "Sections",
    Kind.EXPLAINER: "Sections",
    Kind.SOURCE: "Sources",
    Kind.CLAIM: "Claims",
    Kind.DISAGREEMENT: "Disagreements",
    Kind.MEASURE: "Measures",
    Kind.ENTITY: "Entities",
    Kind.EVENT: "Events",
    Kind.TERM: "Terms",
}
SHARED = "Keys of every record"

EXAMPLE = re.compile(r"^`(?P<path>[^`\n]+)`:\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (?:`[^`]+`(?:, )?)+ \|", re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")


def part(heading: str) -> str:
    """What stands below a heading of the second level, up to the next."""
    _, _, rest = GUIDE.partition(f"\n## {heading}\n")
    assert rest, f"the guide has no part `{heading}`"
    return rest.partition("\n## ")[0]


def told(text: str) -> set[str]:
    """The words that the rows of tables begin with: what these rows tell about."""
    return {word for row in ROW.findall(text) for word in SPAN.findall(row)}


def spans(text: str) -> set[str]:
    return set(SPAN.findall(re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)))


def pairs(heading: str) -> list[tuple[str, str]]:
    """The rows of a part's table of two columns: what is typed, and how readers see it."""
    return re.findall(r"^\| `([^`]+)` \| ([^|`]+) \|$", part(heading), re.MULTILINE)


def examples() -> dict[str, str]:
    return {found["path"]: found["text"] for found in EXAMPLE.finditer(GUIDE)}


@cache
def schema(kind: str) -> Mapping[str, object]:
    return parse.schemas()[kind]()


def models(kind: str) -> Iterator[Mapping[str, object]]:
    """The model of a kind, and those of the keys within its keys."""
    yield schema(kind)
    inner = schema(kind).get("$defs", {})
    assert isinstance(inner, dict)
    yield from inner.values()


def keys(kind: str) -> set[str]:
    found = (model.get("properties", {}) for model in models(kind))
    return {key for properties in found if isinstance(properties, dict) for key in properties}


def choices(kind: str) -> set[str]:
    found = (model.get("enum", []) for model in models(kind))
    return {word for words in found if isinstance(words, list) for word in words}


def required(kind: str) -> set[str]:
    found = schema(kind).get("required", [])
    assert isinstance(found, list)
    return set(found)


def put(files: Mapping[str, str], folder: Path) -> Path:
    """These files as a project, with a picture for each that the list of pictures names."""
    media = re.findall(r"^(\S+):$", files.get("content/media.yml", ""), re.MULTILINE)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name in media:
        (folder / "content" / "media").mkdir(exist_ok=True)
        (folder / "content" / "media" / name).write_bytes(JPEG)
    return folder


def checked(files: Mapping[str, str], folder: Path) -> list[str]:
    """The findings on these files, as they are told without ``--verbose``."""
    report = dossier.check(put(files, folder), dossier.Options(today=A_DAY))
    return [telling.text(finding) for finding in report.findings if finding.severity is not Severity.NOTICE]


def broken(path: str, text: str) -> str:
    """An example with a mistake of the kind that its file can have."""
    match Path(path).suffix:
        case ".txt":
            return "%% title\nNothing else\n"
        case ".html":
            return text + "{% endif %}\n"
        case ".yml":
            return "publised: 2024\n" + text
        case _:
            return text.replace("---\n", "---\npublised: 2024\n", 1)


def test_every_kind_of_front_matter_has_its_part_of_the_guide() -> None:
    assert set(SECTIONS) == set(parse.schemas())


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_key_has_its_row_in_the_tables_of_its_kind(kind: str) -> None:
    assert keys(kind) - told(part(SECTIONS[kind])) - told(part(SHARED)) == set()


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_choice_has_its_row_in_the_tables_of_its_kind(kind: str) -> None:
    assert choices(kind) - spans(part(SECTIONS[kind])) == set()


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_required_key_is_called_so(kind: str) -> None:
    called = set(re.findall(r"^\| `([^`]+)` \| \*\*yes\*\*", part(SECTIONS[kind]), re.MULTILINE))
    assert required(kind) - called == set()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(urls.RESERVED, id="reserved names"),
        pytest.param([f"{name}/" for name in FOLDERS if name != "sections"], id="folders"),
        pytest.param(PICTURES, id="kinds of picture"),
        pytest.param(standalone.CALLOUTS, id="callouts"),
        pytest.param(attributes.OF_BLOCKS + attributes.OF_QUOTATIONS, id="classes"),
        pytest.param(LINKABLE, id="what a wikilink may say before its colon"),
        pytest.param(locators.WORDS, id="words that locate"),
        pytest.param(wording.LANGUAGES, id="languages"),
    ],
)
def test_every_word_with_a_meaning_is_named(words: Mapping[str, object]) -> None:
    assert {word for word in words if not {word, f"content/{word}"} & spans(GUIDE)} == set()


@pytest.mark.parametrize("kind", standalone.EMBEDS)
def test_every_panel_is_shown(kind: str) -> None:
    assert any(span.startswith(f"![[{kind}") for span in spans(part("Prose")))


def test_every_command_is_named() -> None:
    assert set(commands.commands) - told(part("Commands")) == set()


@pytest.mark.parametrize("name", ["dossier", *commands.commands])
def test_every_option_of_a_command_and_its_choices_are_named(name: str) -> None:
    command: click.Command = commands.commands.get(name, commands)
    options = command.get_params(click.Context(command))
    words = {word for option in options for word in option.opts if isinstance(option, click.Option)}
    words |= {option.human_readable_name for option in options if isinstance(option, click.Argument)}
    words |= {str(word) for option in options if isinstance(option.type, click.Choice) for word in option.type.choices}
    assert words - spans(part("Commands")) == set()


def test_every_check_is_named() -> None:
    listed = part("Findings").partition("### The checks")[2].partition("###")[0]
    named = {code for row in listed.splitlines() if row.startswith("|") for code in SPAN.findall(row)}
    assert set(rules.BY_CODE) - named == set()


@pytest.mark.parametrize(("typed", "read"), pairs("Dates"))
def test_a_date_of_the_guide_reads_as_it_says(typed: str, read: str) -> None:
    assert wording.words("en").date(dates.parse(typed)) == read


@pytest.mark.parametrize(("typed", "read"), pairs("Values"))
def test_a_value_of_the_guide_reads_as_it_says(typed: str, read: str) -> None:
    assert wording.words("en").number(quantities.parse(typed)) == read


def test_how_a_claim_lies_is_told_as_the_site_tells_it() -> None:
    shown = wording.words("en").labels.standings.values()
    assert [words for words in shown if f"| {words} |" not in part("What the site works out")] == []


def test_every_hedge_is_shown() -> None:
    assert {quantities.parse(typed).hedge for typed, _ in pairs("Values")} == set(Hedge)


def test_every_kind_of_record_has_an_example() -> None:
    found = (parse.named(path) for path in examples() if path.endswith(".md"))
    assert {key.kind for key in found if key} == set(Kind)


def test_the_examples_of_the_guide_make_a_dossier_without_a_finding(tmp_path: Path) -> None:
    assert checked(examples(), tmp_path) == []


def test_the_examples_of_the_guide_make_a_site(tmp_path: Path) -> None:
    project = put(examples(), tmp_path)
    report = dossier.build(project, dossier.Options(today=A_DAY, strict=True))
    assert report.is_clean
    page = (project / "build" / "claims" / "bridge-cost.html").read_text("utf-8")
    assert "Is something wrong with C-1?" in page
    assert "friends of the old bridge" in page


@pytest.mark.parametrize("path", examples())
def test_a_mistake_in_an_example_would_be_found(path: str, tmp_path: Path) -> None:
    files = examples()
    assert checked(files | {path: broken(path, files[path])}, tmp_path) != []


def test_the_finding_that_the_guide_shows_is_told_so(tmp_path: Path) -> None:
    files = examples()
    path = "content/sections/bridge/index.md"
    wrong = files[path].replace("@budget-paper,", "@budget-papers,")
    (finding,) = checked(files | {path: wrong}, tmp_path)
    assert f"```text\n{finding}\n```" in GUIDE
