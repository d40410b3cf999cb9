const { day, escaped, frame, slug } = require("./frame.js");

exports.render = (data) => frame({
  title: data.title,
  description: `${data.publisher}: ${data.title}`,
  url: data.page.url,
  main: `<nav class="crumbs"><ol><li><a href="/index.html">Home</a></li><li><a href="/sources/index.html">Sources</a></li></ol></nav>
<article>
<h1>${escaped(data.title)}</h1>
<dl class="facts">
<div><dt>Publisher</dt><dd>${escaped(data.publisher)}</dd></div>
<div><dt>Author</dt><dd>${escaped(data.author)}</dd></div>
<div><dt>Published</dt><dd>${day(data.page.date)}</dd></div>
<div><dt>Language</dt><dd>English</dd></div>
</dl>
<p><a href="${escaped(data.original)}" rel="external">Read the source</a></p>
${data.content}
<ul class="tags">${data.names.map((name) => `<li><a href="/tags/${slug(name)}.html">${escaped(name)}</a></li>`).join("")}</ul>
</article>`,
});
