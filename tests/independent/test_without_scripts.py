"""With JavaScript off every page says the same and leads to the same places."""

from collections import Counter
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page

# Each piece of text in the main part that can be seen; `said` leaves out controls, what they announce, and the notice
# that something needs a script.
READ = """() => {
  const controls = "button, input, select, label, output, fieldset, [role=status], [aria-live], .needs-script";
  const shown = { seen: [], said: [], links: [] };
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.data.trim().replace(/\\s+/g, " ");
    const parent = texts.currentNode.parentElement;
    if (!words || parent.closest("noscript") || !parent.checkVisibility({ visibilityProperty: true })) continue;
    shown.seen.push(words);
    if (!parent.closest(controls)) shown.said.push(words);
  }
  for (const link of document.links) if (!link.closest("noscript")) shown.links.push(link.href);
  return shown;
}"""

pytestmark = pytest.mark.browser


def read(page: Page, address: str) -> Mapping[str, Counter[str]]:
    page.goto(address)
    return {name: Counter(found) for name, found in page.evaluate(READ).items()}


def test_a_page_of_each_kind_says_the_same_and_links_the_same_with_javascript_off(
    browser: Browser, served: str, kinds: dict[str, str]
) -> None:
    without, plain = browser.new_page(java_script_enabled=False), browser.new_page()
    wrong = []
    for name in kinds.values():
        off, on = read(without, served + name), read(plain, served + name)
        assert off["said"], name
        only_with = sorted(on["said"] - off["seen"])
        only_without = sorted(off["said"] - on["seen"])
        links = set(on["links"]) ^ set(off["links"])
        if only_with or only_without or links:
            wrong.append((name, only_with, only_without, links))
    without.close()
    plain.close()
    assert wrong == []
