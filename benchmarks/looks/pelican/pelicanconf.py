"""Pelican's own settings, with all that costs and that no other generator here does switched off."""

SITENAME = "Corpus"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%d %B %Y"
PATH = "content"
ARTICLE_PATHS = ["sources"]
STATIC_PATHS = []
PAGE_PATHS = []
THEME = "theme"
THEME_STATIC_DIR = ""
PLUGINS = []
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.footnotes": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.tables": {},
    },
    "output_format": "html5",
}
FORMATTED_FIELDS = []
SUMMARY_MAX_LENGTH = None
TYPOGRIFY = False
ARTICLE_URL = ARTICLE_SAVE_AS = "sources/{slug}.html"
TAG_URL = TAG_SAVE_AS = "tags/{slug}.html"
DIRECT_TEMPLATES = ["index", "archives", "tags"]
ARCHIVES_SAVE_AS = "sources/index.html"
TAGS_SAVE_AS = "tags/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
# Off unless the command says otherwise; how to keep what is read, and how to see that a file is the same.
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
CONTENT_CACHING_LAYER = "generator"
CHECK_MODIFIED_METHOD = "mtime"
GZIP_CACHE = False
IGNORE_FILES = []  # its pattern for hidden files is set against whole paths, and the project lies below a hidden folder
