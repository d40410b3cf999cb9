const { list, listing } = require("../_includes/frame.js");

exports.data = { permalink: "sources/index.html" };
exports.render = (data) => listing({ title: "Sources", url: data.page.url, items: list(data.collections.source) });
