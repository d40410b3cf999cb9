// What every page shares; words of records are escaped here, as the other generators' templates do.
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (words) => String(words).replace(/[&<>"]/g, (mark) => MARKS[mark]);
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const day = (date) => DAY.format(date);
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");

const frame = ({ title, description, url, main }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Corpus</title>
<meta name="description" content="${escaped(description)}">
<link rel="canonical" href="https://example.org${url}">
<meta property="og:title" content="${escaped(title)}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml" title="Corpus">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><nav><ul><li><a href="/index.html">Home</a></li><li><a href="/sources/index.html">Sources</a></li><li><a href="/tags/index.html">Who’s who</a></li></ul></nav></header>
<main id="main">
${main}
</main>
<footer><p>Generated, to see what building costs.</p></footer>
</body>
</html>
`;

const list = (pages) => `<ul>
${pages.map((page) => `<li><a href="${page.url}">${escaped(page.data.title)}</a> <small>${escaped(page.data.publisher)}, ${day(page.date)}</small></li>`).join("\n")}
</ul>`;

const listing = ({ title, url, items }) => frame({
  title,
  description: title,
  url,
  main: `<nav class="crumbs"><ol><li><a href="/index.html">Home</a></li></ol></nav>\n<h1>${escaped(title)}</h1>\n${items}`,
});

module.exports = { day, escaped, frame, list, listing, slug };
