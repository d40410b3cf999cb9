"""A hostile page gets nothing but the files of its site, however it asks."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.pdf

SECRET = "the words of a private file"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{}"/></svg>'
)

# What a page can say to make a typesetter read something: each is tried with each address.
ASKING = (
    '<link rel="stylesheet" href="{}">',
    '<link rel="attachment" href="{}">',
    "<style>@import url({});</style>",
    "<style>@font-face {{ font-family: x; src: url({}) }} p {{ font-family: x }}</style>",
    "<style>p {{ background: url({}); list-style: url({}); border-image: url({}) }}</style>",
    "<style>p::before {{ content: url({}) }}</style>",
    "<style>@page {{ background: url({}) }}</style>",
    '<img src="{}" alt="x">',
    '<img srcset="{} 2x" alt="x">',
    '<picture><source srcset="{}"><img src="{}" alt="x"></picture>',
    '<object data="{}" type="image/png">x</object>',
    '<embed src="{}" type="image/svg+xml">',
    '<iframe src="{}"></iframe>',
    '<video poster="{}" src="{}"></video>',
    '<p><a rel="attachment" href="{}">take this</a></p>',
    f"<div>{SVG}</div>",
    '<svg xmlns="http://www.w3.org/2000/svg"><use href="{}#x"/></svg>',
    '<p style="background: url({})">x</p>',
)


def printed(site: Path, page: str, files: list[str], folder: Path) -> tuple[bytes, dict[str, object]]:
    """The PDF of a page, typeset by the process that typesets, and what that says of it at the end."""
    job = {
        "kind": "Job",
        "site": str(site),
        "page": page,
        "files": files,
        "attached": [],
        "variant": "pdf/a-2a",
        "day": "2025-11-22",
        "to": str(folder / "printed.pdf"),
    }
    run = subprocess.run(
        [sys.executable, "-m", "dossier.pdf"], input=json.dumps(job), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    said: dict[str, object] = json.loads(run.stdout.splitlines()[-1])
    return (folder / "printed.pdf").read_bytes(), said


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "own.css").write_text("p { color: red }")
    (folder / "unlisted.css").write_text(f"p::before {{ content: '{SECRET}' }}")
    (tmp_path / "secret.css").write_text(f"p::before {{ content: '{SECRET}' }}")
    (folder / "assets" / "link.css").symlink_to(tmp_path / "secret.css")
    (folder / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / "assets" / "pipe.css")
    return folder


def test_whatever_a_page_says_nothing_outside_its_site_is_read(site: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        host = f"127.0.0.1:{server.getsockname()[1]}"
        addresses = (
            f"http://{host}/x.css",
            f"https://{host}/x.css",
            f"ftp://{host}/x.css",
            f"//{host}/x.css",
            (tmp_path / "secret.css").as_uri(),
            (site / "unlisted.css").as_uri(),
            str(tmp_path / "secret.css"),
            "../secret.css",
            "%2e%2e/secret.css",
            "..%2fsecret.css",
            "assets/../../secret.css",
            "assets/%2e%2e%2f%2e%2e%2fsecret.css",
            "unlisted.css",
            "assets/link.css",
            "linked/secret.css",
            "assets/pipe.css",
            "https://dossier.invalid.example/assets/own.css",
            "https://dossier.invalid@example.org/assets/own.css",
            "HTTPS://dossier.invalid:443/../secret.css",
        )
        asking = "".join(words.replace("{}", address) for words in ASKING for address in addresses)
        asking = asking.replace("{{", "{").replace("}}", "}")
        text = f"<!doctype html><html lang=en><meta charset=utf-8><title>t</title><body>{asking}<p>the end</p>"
        (site / "page.html").write_text(text)
        listed = ["assets/link.css", "assets/own.css", "assets/pipe.css", "linked/secret.css", "page.html"]
        data, said = printed(site, "page.html", listed, tmp_path)
        with pytest.raises(TimeoutError):
            server.accept()

    made_from = said["made_from"]
    assert isinstance(made_from, dict)
    assert {path for path, hash in made_from.items() if hash} == {"page.html"}
    shown = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    assert "the end" in shown
    assert SECRET not in shown
    assert subprocess.run(["pdfdetach", "-list", tmp_path / "printed.pdf"], capture_output=True, check=True).stdout == (
        b"0 embedded files\n"
    )


def test_a_base_that_a_page_gives_itself_opens_nothing(site: Path, tmp_path: Path) -> None:
    base = f'<base href="{tmp_path.as_uri()}/">'
    text = f"<!doctype html><html lang=en>{base}<title>t</title><link rel=stylesheet href=secret.css><p>x"
    (site / "page.html").write_text(text)
    data, said = printed(site, "page.html", ["page.html"], tmp_path)

    assert list(said["made_from"]) == ["page.html"]  # type: ignore[call-overload]  # JSON has no types
    assert SECRET.encode() not in data


def test_what_the_build_wrote_is_read_and_noted_and_so_is_what_was_not_there(site: Path, tmp_path: Path) -> None:
    asking = '<link rel=stylesheet href="assets/own.css"><img src=gone.png alt=x>'
    text = f"<!doctype html><html lang=en><title>t</title>{asking}<p>x"
    (site / "page.html").write_text(text)
    _, said = printed(site, "page.html", ["assets/own.css", "page.html"], tmp_path)

    made_from = said["made_from"]
    assert isinstance(made_from, dict)
    assert sorted(made_from) == ["assets/own.css", "gone.png", "page.html"]
    assert made_from["gone.png"] == ""
