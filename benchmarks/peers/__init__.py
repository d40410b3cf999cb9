"""The generators that ours is measured beside, in the order of the table."""

from benchmarks.contestant import Contestant
from benchmarks.peers import eleventy, hugo, mkdocs, pelican, zola

PEERS: dict[str, tuple[Contestant, ...]] = {
    "hugo": hugo.CONTESTANTS,
    "zola": zola.CONTESTANTS,
    "eleventy": eleventy.CONTESTANTS,
    "mkdocs": mkdocs.CONTESTANTS,
    "pelican": pelican.CONTESTANTS,
}
