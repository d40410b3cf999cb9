"""The whole first door: what a project's files become, and which of them are told by name."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier import read
from dossier.problems import DossierError

Project = Callable[[Mapping[str, str]], Path]

PNG = b"\x89PNG\r\n\x1a\n and so on"


def told(inputs: read.Inputs) -> list[str]:
    return [f"{problem.code} {problem.place}" for problem in inputs.problems]


def test_every_file_arrives_where_it_belongs(project: Project) -> None:
    folder = project(
        {
            "content/media.yml": "map.png: {credit: Us}\n",
            "content/sources/agencies/ap.md": "---\ntitle: Troops sent\n---\n",
            "content/archive/ap.txt": "1,500 troops were sent.\n",
            "content/editions/2025-11-03.json": "{}",
            "content/quotations.lock": "",
        }
    )
    (folder / "content/media").mkdir()
    (folder / "content/media/map.png").write_bytes(PNG)

    inputs = read.project(folder)

    assert inputs.settings is not None
    assert inputs.settings.path == "content/dossier.yml"
    assert inputs.media_list == read.Text(path="content/media.yml", text="map.png: {credit: Us}\n")
    assert [record.path for record in inputs.records] == [
        "content/index.md",
        "content/sections/deployments/index.md",
        "content/sources/agencies/ap.md",
    ]
    assert inputs.archive == {"ap": "1,500 troops were sent.\n"}
    assert inputs.media == (read.Blob(path="content/media/map.png", data=PNG),)
    assert inputs.problems == ()


def test_a_dossier_is_found_from_anywhere_inside_it(project: Project) -> None:
    folder = project({})

    assert read.find(folder / "content/sections/deployments") == folder.resolve()
    assert read.find(folder) == folder.resolve()


def test_where_no_dossier_is_the_way_on_is_told(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"nothing here holds content/dossier\.yml .*`dossier new`"):
        read.find(tmp_path)


def test_a_project_without_settings_is_read_all_the_same(project: Project) -> None:
    folder = project({})
    (folder / "content/dossier.yml").unlink()

    assert read.project(folder).settings is None


def test_a_folder_without_content_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="content cannot be read: No such file or directory"):
        read.project(tmp_path)


def test_an_empty_record_is_read_as_empty(project: Project) -> None:
    inputs = read.project(project({"content/sources/ap.md": ""}))

    assert read.Text(path="content/sources/ap.md", text="") in inputs.records


def test_what_editors_leave_behind_is_passed_over_in_silence(project: Project) -> None:
    clutter = [".#ap.md", "ap.md~", "#ap.md#", "4913", ".DS_Store", ".ap.md.swp", "ap.swp", "ap.tmp", "Thumbs.db"]
    folder = project({f"content/sources/{name}": "\x00" for name in clutter} | {"content/.obsidian/app.json": "{}"})
    (folder / "content/sources/.#b.md").symlink_to("someone@machine.1234")

    assert read.project(folder).problems == ()


def test_a_folder_that_nobody_knows_is_told_once_with_the_nearest_name(project: Project) -> None:
    inputs = read.project(project({"content/soruces/ap.md": "", "content/soruces/deep/nbc.md": ""}))

    assert told(inputs) == ["unknown-folder content/soruces:1:1"]
    assert inputs.problems[0].help == "did you mean `sources`?"
    assert len(inputs.records) == 2


@pytest.mark.parametrize(
    ("path", "help"),
    [
        ("content/sources/map.svg", "a record is a file that ends in .md; keep other files outside content/"),
        ("content/sources/ap.html", "a record is a file that ends in .md; keep other files outside content/"),
        ("content/CNAME", "a record is a file that ends in .md; keep other files outside content/"),
        ("content/sources/ap.MD", "a record is a file that ends in .md; keep other files outside content/"),
        ("content/sources/map.png", "pictures belong in content/media/: move it to content/media/map.png"),
        ("content/media/map.svg", "content/media/ takes raster pictures: .jpg .jpeg .png .webp .avif .gif"),
        ("content/media/note.md", "content/media/ takes raster pictures: .jpg .jpeg .png .webp .avif .gif"),
        ("content/archive/ap.pdf", "content/archive/ takes <source-id>.txt, and no folders"),
        ("content/archive/agencies/ap.txt", "content/archive/ takes <source-id>.txt, and no folders"),
        (
            "content/editions/note.txt",
            "content/editions/ takes the .json files that `dossier edition` writes there, and no folders",
        ),
    ],
)
def test_a_file_that_nothing_is_done_with_is_told_where_such_files_go(project: Project, path: str, help: str) -> None:
    inputs = read.project(project({path: "x"}))

    assert told(inputs) == [f"unknown-file {path}:1:1"]
    assert inputs.problems[0].help == help


@pytest.mark.parametrize(
    ("path", "help"),
    [
        ("content/sources/AP News.md", "rename it to `ap-news.md`"),
        ("content/sources/Guzmán.v2.md", "rename it to `guzman-v2.md`"),
        ("content/sources/con.md", "give it another name"),
        ("content/sources/???.md", "give it another name"),
        (f"content/sources/{'a' * 81}.md", f"rename it to `{'a' * 80}.md`"),
        ("content/archive/AP.txt", "rename it to `ap.txt`"),
        ("content/media/a map?.png", "rename it, for example to `a-map.png`"),
        ("content/media/cafe\u0301.png", "rename it, for example to `cafe.png`"),
        ("content/media/aux.png", "rename it, for example to `picture.png`"),
        ("content/media/IMG_001.JPG", "rename it, for example to `img-001.jpg`"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_refused_with_one_that_can(project: Project, path: str, help: str) -> None:
    inputs = read.project(project({path: "x"}))

    assert told(inputs) == [f"bad-id {path}:1:1"]
    assert inputs.problems[0].help == help


def test_the_folder_of_a_section_is_named_like_an_id(project: Project) -> None:
    inputs = read.project(
        project({"content/sections/The Law/index.md": "", "content/sections/The Law/title-50.md": ""})
    )

    assert told(inputs) == ["bad-id content/sections/The Law:1:1"]
    assert inputs.problems[0].help == "rename it to `the-law`"


def test_a_picture_is_what_its_name_says(project: Project) -> None:
    folder = project({"content/media/page.gif": "<svg onload='alert(1)'>"})
    (folder / "content/media/map.jpg").write_bytes(PNG)

    inputs = read.project(folder)

    assert told(inputs) == ["unknown-file content/media/map.jpg:1:1", "unknown-file content/media/page.gif:1:1"]
    assert [problem.help for problem in inputs.problems] == [
        "rename it to `map.png`",
        "save it again from a picture editor",
    ]
    assert inputs.media == ()


def test_a_file_in_another_encoding_is_left_out_and_told(project: Project) -> None:
    folder = project({})
    (folder / "content/terms").mkdir()
    (folder / "content/terms/cartel.md").write_bytes("---\nterm: cartel\n---\nEl señor".encode("latin-1"))

    inputs = read.project(folder)

    assert told(inputs) == ["bad-encoding content/terms/cartel.md:4:6"]
    assert "content/terms/cartel.md" not in [record.path for record in inputs.records]


def test_the_order_is_that_of_the_paths_whatever_the_disk_says(project: Project) -> None:
    inputs = read.project(project({f"content/sources/{name}.md": "" for name in ("b", "a-1", "a/z", "a", "c")}))

    paths = [record.path for record in inputs.records]
    assert paths == sorted(paths)
