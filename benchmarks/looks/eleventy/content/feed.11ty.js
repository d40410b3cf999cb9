const { escaped } = require("../_includes/frame.js");

exports.data = { permalink: "feed.xml" };
exports.render = (data) => {
  const newest = data.collections.source.slice(-20).reverse();
  const entries = newest.map((page) => `<entry><title>${escaped(page.data.title)}</title><link href="https://example.org${page.url}"/><id>https://example.org${page.url}</id><updated>${page.date.toISOString()}</updated><content type="html">${escaped(page.content)}</content></entry>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Corpus</title><id>https://example.org/</id><updated>${newest[0].date.toISOString()}</updated>\n${entries.join("\n")}\n</feed>\n`;
};
