from datetime import date
from pathlib import Path

import dossier
from benchmarks import ours, sites
from benchmarks.corpus import Cite, Corpus, Mention, corpus, word_counts
from benchmarks.packages import Installed

SEED = 3093


def cited(made: Corpus) -> set[int]:
    return {part.record for record in made.records for part in record.body if isinstance(part, Cite)}


def test_the_same_seed_gives_the_same_corpus_and_another_seed_another() -> None:
    assert corpus(20, SEED) == corpus(20, SEED)
    assert corpus(20, SEED) != corpus(20, SEED + 1)


def test_a_record_has_300_to_450_words_and_three_to_six_links() -> None:
    made = corpus(200, SEED)
    links = [sum(isinstance(part, Cite | Mention) for part in record.body) for record in made.records]
    counts = list(word_counts(made))
    assert 300 <= min(counts) <= max(counts) <= 450
    assert 3 <= min(links) <= max(links) <= 6


def test_something_leads_to_every_record_and_none_cites_itself() -> None:
    made = corpus(200, SEED)
    assert cited(made) == set(range(200))
    for number, record in enumerate(made.records):
        assert Cite(record=number) not in record.body


def test_addresses_are_unique() -> None:
    made = corpus(500, SEED)
    assert len({record.slug for record in made.records}) == 500
    assert len({tag.slug for tag in made.tags}) == len(made.tags)


def test_ours_builds_the_corpus_without_a_finding_and_says_all_of_it(tmp_path: Path) -> None:
    here = Installed(command=(), version="")
    site = sites.lay(ours.LEAN, here, corpus(20, SEED), tmp_path / "project")

    report = dossier.build(site.folder, dossier.Options(today=date(2025, 11, 22)))

    assert report.findings == ()
    assert sites.looked_through(site).pages > 20
