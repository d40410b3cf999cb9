"""What must reach no reader: a word of its own in each hiding place, and every byte of the site searched for it."""

import dossier
from tests.conftest import A_DAY, Project

PLACES: list[str] = []


def canary(place: str) -> str:
    """A word that stands nowhere else."""
    word = f"canary{len(PLACES):03}{place.replace(' ', '')}"
    PLACES.append(word)
    return word


def note(place: str) -> str:
    return f"<!-- {canary(place)} -->"


def source(claim: str) -> str:
    return f"""\
---
title: "Troops leave {note("in a title")}"
publisher: post
author: Ana Lisle {note("in an author")}
published: 2025-01-22
kind: article
licence: unknown
citation: "{note("alone before words")} Post 14"
private: {canary("in a private key")}
# {canary("in a comment of YAML")}
says:
  - claim: {claim}
    stance: supports
    basis: outlet
    locator: ¶1
    quote: "no invasion {note("in a quote")}"
defects:
  - says: "it {note("in a defect")} errs"
    note: >
      Folded words
      {note("in folded words")}
---
The {note("in a body")} source.
"""


def section() -> str:
    return f"""\
---
title: Deployments
description: "Who {note("in a description")} was sent."
private: |
  {canary("in private lines")}
corrections:
  - date: 2025-02-01
    was: It {note("in a correction")} was so.
    now: It is so.
    why: We erred.
---
## Who {note("in a heading")} went {{#who}}

They [went {note("in words that state a claim")} north](claim:left) [@post, ¶1].[^n] He said
"no {note("in words quoted")} invasion" [@post, ¶1]. See [[Post]],
![A road {note("in an alternative text")}](road.png "Seen {note("in a caption")}").

| who | when |
|---|---|
| they {note("in a cell")} | now [@post] |

- one {note("in an item")}

> there will be no invasion {note("in a block quotation")} [@post, ¶1]

<!-- several lines
{canary("in lines of their own")}

and an empty one -->

ISR flights.

*[ISR]: Surveillance {note("in an abbreviation")}

[^n]: Words {note("in a footnote")} below.
"""


def files() -> dict[str, str]:
    return {
        "content/dossier.yml": f"""\
title: Troops at the border
description: "What {note("in the settings")} happened."
language: en
covers: 2025-01-20/2025-11-03
sections: [deployments]
topics: {{troops: "Troops {note("in a topic")}"}}
editors: ["Ana {note("in an editor")} Lisle"]
""",
        "content/media.yml": f'road.png: {{credit: "Ana {note("in a credit")} Lisle"}}\n',
        "content/sections/deployments/index.md": section(),
        "content/sections/deployments/later.md": f"""\
---
title: Later {canary("in a title under embargo")}
description: A page {canary("in a description under embargo")}.
publish_after: 2030-01-01
---
It will [happen](claim:draft-claim) {canary("in a body under embargo")} [@draft-source].
""",
        "content/sources/post.md": source("left"),
        "content/sources/draft-source.md": source("left").replace("---\n", "---\ndraft: true\n", 1)
        + canary("in a draft of a source"),
        "content/entities/post.md": f"""\
---
name: Post
kind: outlet
aliases: [the Post, "a name {note("in an alias")}"]
note: A {note("in a note of an entity")} paper.
---
""",
        "content/claims/left.md": f"""\
---
claim: The troops {note("in a claim")} left.
number: 1
section: deployments
topics: [troops]
private: {canary("in a private key of a claim")}
expects: {{what: "an end {note("in what is expected")}"}}
---
""",
        "content/claims/draft-claim.md": f"""\
---
claim: The troops {canary("in a draft of a claim")} return.
number: 2
section: deployments
draft: true
---
""",
        "content/terms/draft-term.md": f"---\nterm: {canary('in a draft of a term')}\ndraft: true\n---\nWords.\n",
        "content/events/draft-event.md": f"---\ntitle: {canary('in an event')}\ndate: 2025-01-22\ndraft: true\n---\n",
        "content/archive/post.txt": f"""\
%% title
{canary("in an archived title")}

The general said that there will be no invasion. {canary("in an archived paragraph")}
""",
        "content/archive/nobody.txt": f"{canary('in an archived text without a source')}\n",
        "content/archive/draft-source.txt": f"no invasion\n\n{canary('in an archived text of a draft')}\n",
    }


def test_nothing_private_reaches_any_byte_of_the_site(project: Project) -> None:
    PLACES.clear()
    folder = project(files())
    (folder / "content/media").mkdir()
    (folder / "content/media/road.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "content/media/hidden.png").write_bytes(b"\x89PNG\r\n\x1a\n" + canary("in a picture of nobody").encode())

    assert dossier.verify(folder, dossier.Options(today=A_DAY)).is_clean
    report = dossier.build(folder, dossier.Options(today=A_DAY))

    told = [f"{found.problem.place} {found.problem.message}" for found in report.findings]
    assert report.is_clean, told
    made = [file for file in sorted((folder / "build").rglob("*")) if file.is_file()]
    assert len(made) > 25
    found = [(word, file.name) for file in made for word in PLACES if word.encode() in file.read_bytes()]
    assert found == []
    assert [word for word in PLACES if any(word in file.name for file in made)] == []
    assert [word for word in PLACES if word in (folder / "content/quotations.lock").read_text("utf-8")] == []


def test_the_search_would_find_what_is_published(project: Project) -> None:
    PLACES.clear()
    shown = files()
    word = canary("in the open")
    shown["content/index.md"] = f"---\ntitle: Troops\n---\nWords {word}.\n"
    folder = project(shown)
    (folder / "content/media").mkdir()
    (folder / "content/media/road.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    assert dossier.build(folder, dossier.Options(today=A_DAY)).is_clean
    assert word in (folder / "build/index.html").read_text("utf-8")
