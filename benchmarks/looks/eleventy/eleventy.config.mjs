// Markdown as it is, without a template language before it, and templates in JavaScript: Eleventy's fastest way.
import markdownIt from "markdown-it";
import footnote from "markdown-it-footnote";

export default function (config) {
  config.setLibrary("md", markdownIt({ html: false, typographer: false }).use(footnote));
  config.addPassthroughCopy({ "content/style.css": "style.css" });
  config.setUseGitIgnore(false);
  config.addCollection("byName", (api) => {
    const tags = new Map();
    for (const page of api.getFilteredByTag("source"))
      for (const name of page.data.names) {
        if (!tags.has(name)) tags.set(name, { name, slug: name.toLowerCase().replaceAll(" ", "-"), pages: [] });
        tags.get(name).pages.push(page);
      }
    return [...tags.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1));
  });
  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
    dir: { input: "content", output: "_site", includes: "../_includes" },
  };
}
