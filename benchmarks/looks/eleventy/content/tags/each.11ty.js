const { list, listing } = require("../../_includes/frame.js");

exports.data = {
  pagination: { data: "collections.byName", size: 1, alias: "tag" },
  permalink: (data) => `tags/${data.tag.slug}.html`,
};
exports.render = (data) => listing({ title: data.tag.name, url: data.page.url, items: list(data.tag.pages) });
