const { escaped, listing } = require("../../_includes/frame.js");

exports.data = { permalink: "tags/index.html" };
exports.render = (data) => listing({
  title: "Tags",
  url: data.page.url,
  items: `<ul>\n${data.collections.byName.map((tag) => `<li><a href="/tags/${tag.slug}.html">${escaped(tag.name)}</a></li>`).join("\n")}\n</ul>`,
});
