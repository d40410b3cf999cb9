"""A new dossier: the smallest one that shows a source, a claim and a page that rests on them."""

from pathlib import Path

from dossier.problems import DossierError

FILES = {
    "content/dossier.yml": """\
title: The new bridge
description: What is known about the bridge at Ostwick, who says so, and what is disputed.
language: en
covers: 2025-01-01/..
sections: [costs]
topics:
  cost: Cost
licence: CC-BY-4.0
""",
    "content/index.md": """\
---
title: The new bridge
description: What is known about the bridge at Ostwick.
---
The council put the cost at [6 million crowns](claim:bridge-cost) [@ostwick-post, ¶2].
""",
    "content/about.md": """\
---
title: About this dossier
description: How it was made, and how to correct it.
---
We read what was published, write down who says what, and link every statement to its source.
""",
    "content/sections/costs/index.md": """\
---
title: What it costs
description: The figures given for the bridge, each with its day and its source.
---
In May 2025 the [[Ostwick council]] put the cost of the bridge at [](figure:bridge-cost@2025-05-06).
""",
    "content/claims/bridge-cost.md": """\
---
claim: The bridge at Ostwick will cost 6 million crowns.
number: 1
section: costs
topics: [cost]
measure: bridge-cost
---
""",
    "content/measures/bridge-cost.md": """\
---
title: Cost of the bridge
unit: million crowns
counts: Building the bridge and its approach roads; interest is not counted.
comparable: true
---
""",
    "content/sources/ostwick-post.md": """\
---
title: Council names a price
publisher: ostwick-post
author: unknown
published: 2025-05-07
kind: article
licence: all-rights-reserved
language: en
says:
  - claim: bridge-cost
    stance: supports
    value: 6
    as_of: 2025-05-06
    basis: named
    speaker: ostwick-council
    locator: ¶2
---
The local paper reports the council's sum for the bridge and that tenders will follow.
""",
    "content/entities/ostwick-post.md": """\
---
name: Ostwick Post
kind: outlet
---
Local newspaper.
""",
    "content/entities/ostwick-council.md": """\
---
name: Ostwick council
kind: organisation
---
The town's elected council.
""",
    ".gitignore": "build/\n.dossier/\ncontent/archive/\n",
}


def new(folder: Path) -> tuple[str, ...]:
    """Writes a first dossier into a folder, which is made if need be; the files written, in order.

    Raises:
        DossierError: when the folder holds anything already, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise DossierError(f"{folder} is not empty; name a new folder, or an empty one")
        for path, text in FILES.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DossierError(f"{error.filename}: {error.strerror}") from error
    return tuple(FILES)
