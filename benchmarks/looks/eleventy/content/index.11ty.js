const { frame } = require("../_includes/frame.js");

exports.data = { permalink: "index.html" };
exports.render = (data) => frame({
  title: "Corpus",
  description: "Generated.",
  url: data.page.url,
  main: '<h1>Corpus</h1>\n<p>Generated, to see what building costs.</p>\n<ul><li><a href="/sources/index.html">Sources</a></li></ul>',
});
