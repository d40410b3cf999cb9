"""The words of the pages themselves: names of pages, headings, and the few sentences that pages say."""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from dossier.model.dossier import Standing
from dossier.model.entity import EntityKind
from dossier.model.key import Kind
from dossier.model.source import SourceKind


class Order(Enum):
    """What stands first and what last in a list that is sorted."""

    PLACE = "place"
    NUMBER = "number"
    DAY = "day"
    NAME = "name"
    AMOUNT = "amount"


class Labels(Struct, frozen=True, kw_only=True):
    """Every word that stands on a page but in no record; ``{…}`` stands for what a page fills in."""

    # The pages that are made and not written.
    home: str
    timeline: str
    disagreements: str
    claims: str
    sources: str
    whos_who: str
    glossary: str
    figures: str
    quotations: str
    unknowns: str
    corrections: str
    changes: str
    not_found: str

    # What nobody knows, and what nobody said.
    not_stated: str
    untitled: str
    unknown_publisher: str
    origin_not_named: str
    silent: str

    # The frame round every page.
    skip: str
    download: str
    printed: str
    sections: str
    reference: str
    you_are_here: str
    on_this_page: str
    neighbours: str
    previous: str
    next: str
    notes: str
    more: str
    covers: str
    edited_by: str
    licensed: str

    # Switches, previews, and what the marks mean.
    marks_shown: str
    scheme: str
    scheme_system: str
    scheme_light: str
    scheme_dark: str
    close: str
    marks: str
    marks_of_claims: str
    marks_of_links: str

    # What records say of themselves.
    title: str
    publisher: str
    owner: str
    owned: str
    author: str
    published: str
    dated_by: str
    updated: str
    accessed: str
    licence: str
    language: str
    citation: str
    had_from: str
    read_source: str
    read_archived: str
    section: str
    topics: str
    measure: str
    status: str
    reason: str
    replaced_by: str
    expected: str
    expected_by: str
    outcome: str
    no_outcome: str
    not_updated: str
    also_called: str
    roles: str
    country: str
    about: str
    full_text: str
    unit: str
    counted: str
    comparable: str
    not_comparable: str

    # Evidence.
    claim: str
    source: str
    evidence: str
    evidence_for: str
    independent: str
    position: str
    said_by: str
    first_from: str
    value: str
    day: str
    as_of: str
    latest: str
    either: str
    further: str
    translated: str
    see_too: str

    # Quotations.
    signs: str
    verified: str
    verified_at: str
    verified_means: str
    unverified: str
    unverified_means: str
    quoted_as_evidence: str
    quoted_in_text: str

    # Lists that can be sorted and filtered; ``orders`` tells both ways of each.
    sift: str
    sort_by: str
    with_words: str
    filters: str
    any_of: str
    first_day: str
    last_day: str
    clear_filters: str
    some_of: str
    none_of: str
    date: str
    kind: str
    name: str
    number: str
    stance: str
    voices: str
    who_or_where: str
    compared: str
    orders: Mapping[Order, tuple[str, str]]

    # Headings.
    latest_figures: str
    differences: str
    types: str
    holds: str
    pages: str
    editors_note: str
    summary: str
    relied_on: str
    events: str
    says: str
    errors: str
    statements: str
    works: str
    origin_of: str
    jump: str
    coverage: str
    coverage_of: str
    only_one: str
    unstated: str
    missing: str
    expectations: str
    values_of: str
    was: str
    now: str
    why: str
    minor: str

    # Pictures.
    over_time: str
    over_time_told: str
    not_joined: str
    chart_signs: Mapping[str, str]
    piled: str
    piled_told: str
    past_picture: str
    before_these: str
    after_these: str
    relays: str
    relays_told: str
    relays_inferred: str
    relays_table: str
    outlet: str
    left_out: str
    how_known: str
    told_by_source: str

    # The edition for paper.
    print_edition: str
    print_holds: str
    contents: str
    of_edition: str
    after_edition: str
    no_edition: str
    how_to_cite: str
    used_on: str
    names: str
    names_told: str
    colophon: str
    same_numbers: str

    # History.
    history: str
    first_published: str
    not_published: str
    in_edition: str
    since_edition: str
    reworded: str
    restated: str
    corrected: str
    settled: str
    changed_since: str
    changed_between: str
    claims_added: str
    claims_withdrawn: str
    claims_reworded: str
    claims_restated: str
    figures_changed: str
    figures_added: str
    figures_gone: str
    disagreements_added: str
    disagreements_settled: str

    # Sentences.
    nothing_corrected: str
    nothing_changed: str
    unchanged: str
    begun: str
    nothing_here: str
    lost: str

    # What pages say of themselves to search engines, ``holdings`` by the names of the pages that are made.
    claim_lies: str
    source_says: str
    source_cited: str
    entity_holds: str
    entity_named: str
    holdings: Mapping[str, str]

    # Search.
    search: str
    search_holds: str
    search_hint: str
    search_close: str
    search_shortcut: str
    search_kinds: str
    search_all: str
    search_pages: str
    search_one: str
    search_many: str
    search_none: str
    search_most: str
    search_more: str
    search_failed: str
    search_page: str
    search_needs_script: str
    search_browse: str

    standings: Mapping[Standing, str]
    kinds: Mapping[Kind, str]
    source_groups: Mapping[SourceKind, str]
    entity_groups: Mapping[EntityKind, str]
