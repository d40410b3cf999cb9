"""What a preview answers, to whom, and how it ends: a real server, asked as browsers and others ask."""

import base64
import http.client
import os
import signal
import socket
import time
from collections.abc import Iterator
from datetime import date

import pytest

import dossier
from tests.conftest import SMALLEST, Project
from tests.serve.previewing import SCRIPTS, Preview, is_alive, previewing, put, until

INDEX = SMALLEST["content/index.md"]
BROKEN = INDEX + "\n[[Nobody]]\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for tests that only look, and for those that mend what they break."""
    with previewing(put(tmp_path_factory.mktemp("served") / "project", SMALLEST)) as running:
        yield running


@pytest.fixture
def own(project: Project) -> Iterator[Preview]:
    """A preview for a test that ends it or its helpers."""
    with previewing(project({})) as running:
        yield running


def asked(preview: Preview, target: str, **headers: str) -> http.client.HTTPResponse:
    """The answer to a target sent as it is, without a client that mends it."""
    line = http.client.HTTPConnection(preview.address.split("/")[2], timeout=10)
    line.putrequest("GET", target, skip_host="Host" in headers)
    for name, said in headers.items():
        line.putheader(name.replace("_", "-"), said)
    line.endheaders()
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def socket_status(preview: Preview, **headers: str) -> int:
    """What a preview answers to someone who wants to listen to its news."""
    key = base64.b64encode(b"sixteen byte key").decode()
    wanted = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Key": key, "Sec_WebSocket_Version": "13"}
    line = http.client.HTTPConnection(preview.address.split("/")[2], timeout=10)
    line.request("GET", "/livereload", headers={n.replace("_", "-"): said for n, said in (wanted | headers).items()})
    status = line.getresponse().status
    line.close()
    return status


def test_the_files_of_a_preview_are_the_bytes_that_are_published(preview: Preview) -> None:
    options = dossier.Options(today=date(2025, 11, 22))
    published = dossier.build(preview.project, options).output
    assert published
    files = sorted(path for path in published.rglob("*") if path.is_file())
    assert len(files) > 20
    for file in files:
        path = file.relative_to(published)
        assert (preview.project / ".dossier" / "preview" / path).read_bytes() == file.read_bytes()


def test_a_served_page_is_the_published_one_but_for_two_scripts(preview: Preview) -> None:
    for page in ("index.html", "deployments/index.html", "claims/index.html"):
        status, text = preview.get(page)
        shown, scripts = SCRIPTS.subn("", text)
        assert (status, scripts) == (200, 1)
        assert shown == (preview.project / ".dossier" / "preview" / page).read_text("utf-8")


def test_what_is_no_page_is_served_as_it_is(preview: Preview) -> None:
    for name in ("assets/dossier.css", "assets/dossier.js", "data/claims.csv", "data/claims.json"):
        assert preview.get(name) == (200, (preview.project / ".dossier" / "preview" / name).read_bytes().decode())


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/deployments/", "text/html; charset=utf-8"),
        ("/assets/dossier.css", "text/css; charset=utf-8"),
        ("/assets/dossier.js?v=1", "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
        ("/data/claims.csv", "text/csv; charset=utf-8"),
    ],
)
def test_a_file_is_told_for_what_it_is_and_kept_by_nobody(preview: Preview, target: str, kind: str) -> None:
    answer = asked(preview, target)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_folder_without_its_slash_leads_to_the_one_with_it(preview: Preview) -> None:
    answer = asked(preview, "/deployments")
    assert (answer.status, answer.headers["Location"]) == (302, "/deployments/")


def test_an_address_that_is_not_there_gets_the_page_that_hosts_give(preview: Preview) -> None:
    status, text = preview.get("deployments/nowhere.html")
    assert status == 404
    assert SCRIPTS.sub("", text) == (preview.project / ".dossier" / "preview" / "404.html").read_text("utf-8")


@pytest.mark.parametrize(
    "target",
    [
        "/../../content/dossier.yml",
        "/%2e%2e/%2e%2e/content/dossier.yml",
        "/..%2f..%2fcontent/dossier.yml",
        "//etc/passwd",
        "/assets",
        "/.dossier/",
        "/.gitignore",
        "/index.html%00",
        "/stranger.txt",
        "/way-out.html",
        "/forcereload",
    ],
)
def test_what_no_build_wrote_is_not_there(preview: Preview, target: str) -> None:
    output = preview.project / ".dossier" / "preview"
    (output / "stranger.txt").write_text("not ours", encoding="utf-8")
    if not (output / "way-out.html").is_symlink():
        (output / "way-out.html").symlink_to("/etc/hostname")
    assert asked(preview, target).status == 404


def test_a_page_that_was_made_a_link_is_not_followed(preview: Preview) -> None:
    page = preview.project / ".dossier" / "preview" / "timeline.html"
    page.rename(page.with_name("aside.html"))
    page.symlink_to("/etc/hostname")
    assert preview.get("timeline.html")[0] == 404
    page.with_name("aside.html").replace(page)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "localhost.evil.example", "", "192.0.2.7", "[", "localhost:x"]
)
def test_a_name_that_another_site_gave_our_address_is_refused(preview: Preview, host: str) -> None:
    assert asked(preview, "/", Host=host).status in (400, 421)
    assert asked(preview, "/.dossier/state.json", Host=host).status in (400, 421)
    assert socket_status(preview, Host=host) in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9", "[::1]:8000", "LOCALHOST:80"])
def test_our_own_names_are_answered_behind_any_port(preview: Preview, host: str) -> None:
    assert asked(preview, "/", Host=host).status == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:1", "file://", "http://127.0.0.1", "http://["]
)
def test_a_page_of_another_origin_is_refused(preview: Preview, origin: str) -> None:
    assert asked(preview, "/", Origin=origin).status == 403
    assert asked(preview, "/livereload.js", Origin=origin).status == 403
    assert socket_status(preview, Origin=origin) == 403


def test_a_page_of_ours_may_listen(preview: Preview) -> None:
    assert socket_status(preview, Origin=preview.address.rstrip("/")) == 101


def test_a_draft_is_not_shown_unasked(preview: Preview) -> None:
    builds = preview.builds
    preview.save("content/plan.md", "---\ntitle: The plan\ndraft: true\n---\nNot yet.\n")
    until(lambda: preview.builds > builds)
    assert preview.get("plan.html")[0] == 404


def test_a_save_is_built_and_told_in_one_line(preview: Preview) -> None:
    builds = preview.builds
    preview.save("content/index.md", INDEX + "\nMore of it.\n{.own-voice}\n")
    until(lambda: preview.builds > builds)
    assert "More of it." in preview.get("")[1]
    line = preview.words.splitlines()[-1]
    assert line.startswith("dossier: content/index.md: ")
    assert " changed, 0 errors, " in line


def test_an_atomic_save_is_seen_and_named_without_its_temporary_file(preview: Preview) -> None:
    builds = preview.builds
    preview.save("content/about-to-be", INDEX + "\nRenamed into place.\n{.own-voice}\n")
    (preview.project / "content" / "about-to-be").replace(preview.project / "content" / "index.md")
    until(lambda: "Renamed into place." in preview.get("")[1])
    until(lambda: preview.builds > builds)
    assert "about-to-be" not in preview.words


def test_what_editors_leave_beside_a_file_is_not_built(preview: Preview) -> None:
    builds, content = preview.builds, preview.project / "content"
    for name in ("4913", ".index.md.swp", "index.md~", "#index.md#", "index.tmp"):
        (content / name).write_text("x", encoding="utf-8")
        (content / name).unlink()
    (content / ".#index.md").symlink_to("ana@desk.4242")
    time.sleep(0.5)  # ten times as long as a save takes to settle
    (content / ".#index.md").unlink()
    preview.save("content/index.md", INDEX + "\nAfter all that.\n{.own-voice}\n")
    until(lambda: "After all that." in preview.get("")[1])
    until(lambda: preview.builds > builds)
    assert preview.builds == builds + 1


def test_many_files_at_once_are_one_build(preview: Preview) -> None:
    builds = preview.builds
    for number in range(20):
        preview.save(f"content/page-{number}.md", f"---\ntitle: Page {number}\n---\nWords.\n")
    until(lambda: preview.get("page-19.html")[0] == 200)
    until(lambda: preview.builds > builds)
    for number in range(20):
        (preview.project / "content" / f"page-{number}.md").unlink()
    until(lambda: preview.get("page-0.html")[0] == 404)
    assert " and 17 more: " in preview.words
    assert preview.builds <= builds + 4


def test_a_new_folder_is_watched_from_then_on(preview: Preview) -> None:
    preview.save("content/terms/plain/title-50.md", "---\nterm: Title 50\n---\nA part of the code.\n")
    until(lambda: "A part of the code." in preview.get("glossary.html")[1])
    preview.save("content/terms/plain/title-50.md", "---\nterm: Title 50\n---\nAnother part of it.\n")
    until(lambda: "Another part of it." in preview.get("glossary.html")[1])
    (preview.project / "content" / "terms").rename(preview.project / "aside")
    until(lambda: "Another part of it." not in preview.get("glossary.html")[1])
    assert preview.get("glossary.html")[0] == 200


def test_the_last_good_site_stays_while_the_content_is_broken(preview: Preview) -> None:
    preview.save("content/index.md", INDEX)
    until(lambda: '"is_current": true' in preview.get(".dossier/state.json")[1])
    preview.save("content/index.md", BROKEN)
    until(lambda: "the last good site stays, 1 error" in preview.words)
    assert "content/index.md:7:1: error[unknown-id] nothing here is called `Nobody`" in preview.words
    status, text = preview.get("")
    assert status == 200
    assert "Nobody" not in text
    assert "`Nobody`" in preview.get(".dossier/state.json")[1]
    preview.save("content/index.md", INDEX)
    until(lambda: '"troubles": []' in preview.get(".dossier/state.json")[1])


def test_a_build_that_cannot_run_is_told_and_the_preview_goes_on(preview: Preview) -> None:
    output = preview.project / ".dossier" / "preview"
    aside = output.rename(output.with_name("aside"))
    output.symlink_to(aside)
    preview.save("content/index.md", INDEX + "\nUnbuilt.\n{.own-voice}\n")
    until(lambda: "preview is a symbolic link" in preview.get(".dossier/state.json")[1])
    until(lambda: f"dossier: content/index.md: {output} is a symbolic link; " in preview.words)
    assert "Unbuilt." not in preview.get("")[1]
    output.unlink()
    aside.rename(output)
    preview.save("content/index.md", INDEX)
    until(lambda: '"troubles": []' in preview.get(".dossier/state.json")[1])


def test_what_is_saved_while_a_build_runs_is_built_after_it(preview: Preview) -> None:
    os.kill(preview.builder(), signal.SIGSTOP)  # a build that takes as long as we like
    preview.save("content/index.md", INDEX + "\nThe first save.\n{.own-voice}\n")
    time.sleep(0.4)
    assert preview.get("")[0] == 200  # the server answers meanwhile
    preview.save("content/about.md", "---\ntitle: About\n---\nThe second save.\n")
    time.sleep(0.4)
    os.kill(preview.builder(), signal.SIGCONT)
    until(lambda: "The second save." in preview.get("about.html")[1])
    assert "The first save." in preview.get("")[1]


def test_a_builder_that_is_killed_is_told_and_replaced(preview: Preview) -> None:
    killed = preview.builder()
    os.kill(killed, signal.SIGKILL)
    preview.save("content/index.md", INDEX + "\nIn spite of it.\n{.own-voice}\n")
    until(lambda: "In spite of it." in preview.get("")[1])
    assert "ended by SIGKILL; the machine may have run out of memory; another takes its place" in preview.words
    assert preview.builder() != killed


def test_it_ends_at_once_and_cleanly_and_takes_its_builder_along(own: Preview) -> None:
    builder = own.builder()
    assert own.ended_by(signal.SIGINT) == 0
    assert not is_alive(builder)
    assert "Traceback" not in own.words


def test_it_ends_in_the_midst_of_a_build_too_and_by_sigterm(own: Preview) -> None:
    builder = own.builder()
    os.kill(builder, signal.SIGSTOP)
    own.save("content/index.md", INDEX + "\nNever built.\n")
    time.sleep(0.3)
    assert own.ended_by(signal.SIGTERM) == 0
    assert not is_alive(builder)
    assert "Traceback" not in own.words


def test_a_builder_outlives_no_server(own: Preview) -> None:
    builder = own.builder()
    assert is_alive(builder)
    own.process.kill()
    own.process.wait()
    until(lambda: not is_alive(builder))


def test_a_port_that_is_taken_is_refused_with_a_way_on(preview: Preview) -> None:
    port = preview.address.split(":")[2].strip("/")
    folder = put(preview.project.parent / "second" / "project", SMALLEST)
    with previewing(folder, "--port", port) as second:
        assert second.process.wait(20) == 2
        assert second.words.startswith(f"dossier: port {port} of 127.0.0.1 is taken; `lsof -i :{port}` tells by which")


def test_where_the_usual_port_is_taken_the_next_one_is_and_it_says_so(project: Project) -> None:
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            holder.bind(("127.0.0.1", 8000))
            holder.listen()
        except OSError:
            pass  # someone else has it: as good
        with previewing(project({}), "--host", "127.0.0.1") as running:
            assert "port 8000 is taken; serving http://127.0.0.1:80" in running.words
            assert running.get("")[0] == 200


def test_an_address_that_this_machine_has_not_is_refused(project: Project) -> None:
    with previewing(project({}), "--host", "192.0.2.1", "--port", "0") as running:
        assert running.process.wait(20) == 2
        assert running.words.startswith("dossier: cannot listen at 192.0.2.1:0: ")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a dossier with a draft, which is to stand below a path of its host."""
    settings = SMALLEST["content/dossier.yml"] + "base_url: https://example.org/border/\n"
    draft = "---\ntitle: The plan\ndraft: true\n---\nNot yet.\n"
    files = SMALLEST | {"content/dossier.yml": settings, "content/plan.md": draft}
    with previewing(put(tmp_path_factory.mktemp("other") / "project", files), "--port", "0", "--drafts") as running:
        yield running


def test_drafts_are_shown_where_they_are_asked_for(other: Preview) -> None:
    assert other.get("plan.html")[0] == 200


def test_the_lost_page_finds_its_style_below_the_path_of_the_dossier(other: Preview) -> None:
    assert 'href="/border/assets/dossier.css"' in other.get("nowhere")[1]
    assert other.get("border/assets/dossier.css")[0] == 200
    assert other.get("border/")[0] == 200
