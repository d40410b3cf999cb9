module.exports = { layout: "source.11ty.js", tags: "source", permalink: (data) => `sources/${data.page.fileSlug}.html` };
