/* What a preview adds to a page: it follows the site as it is built, and lists what is wrong with the content. Words
   reach the page as text only. livereload's script, which comes after this one, keeps the line to the server. */
(() => {
  "use strict";

  const STATE = "/.dossier/state.json";
  const root = document.createElement("dossier-preview").attachShadow({ mode: "open" });
  let site = document.currentScript.dataset.site;
  let looks = 0;
  let listed = "";
  let parts = null;

  /** Asks how things are; `adopt` when the page is already being made to look as the newest site does. */
  async function look({ adopt = false } = {}) {
    const mine = ++looks;
    try {
      const answer = await fetch(STATE, { cache: "no-store" });
      const state = await answer.json();
      if (mine === looks) show(state, adopt);
    } catch {
      // The server has ended: what is shown stays, and livereload's script waits for another.
    }
  }

  function show(state, adopt) {
    if (adopt) site = state.site;
    if (state.site !== site) return location.reload();
    const list = JSON.stringify([state.is_current, state.troubles]);
    if (list === listed) return;
    const first = listed === "";
    listed = list;
    if (first && state.troubles.length === 0) return;
    parts ??= built();
    fill(state);
  }

  function fill(state) {
    const errors = state.troubles.filter((trouble) => trouble.severity === "error").length;
    const words = counted(errors, state.troubles.length - errors);
    const standing = state.is_current || document.body.classList.contains("waiting");
    parts.title.textContent = words + (standing ? "" : ". You see the last good site");
    parts.count.textContent = words;
    parts.count.classList.toggle("grave", errors > 0);
    parts.panel.classList.toggle("mild", errors === 0);
    parts.list.replaceChildren(...state.troubles.map(entry));
    const said = state.troubles.length ? parts.title.textContent : "Nothing is wrong any more";
    setTimeout(() => (parts.status.textContent = said), 100); // a region is listened to only once it stands there
    if (state.troubles.length === 0) return choose(false, false);
    return choose(errors > 0, true);
  }

  /** Shows the list, or the count that leads to it, or neither. */
  function choose(open, some) {
    const inside = root.activeElement !== null;
    parts.panel.hidden = !open;
    parts.count.hidden = open || !some;
    if (inside && some) (open ? parts.panel : parts.count).focus();
  }

  function counted(errors, warnings) {
    const word = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
    const both = [errors && word(errors, "error"), warnings && word(warnings, "warning")];
    return both.filter(Boolean).join(", ");
  }

  function entry(trouble) {
    const item = element("li", trouble.severity);
    if (trouble.place) item.append(element("p", "place", trouble.place));
    const message = element("p", "message");
    const code = trouble.code ? `${trouble.severity}[${trouble.code}]` : trouble.severity;
    message.append(element("span", "code", code), ` ${trouble.message}`);
    item.append(message);
    if (trouble.before + trouble.marked + trouble.after) item.append(excerpt(trouble));
    else if (trouble.note) item.append(element("p", "note", trouble.note));
    if (trouble.help) item.append(element("p", "help", `help: ${trouble.help}`));
    return item;
  }

  function excerpt({ line, before, marked, after, note }) {
    const shown = element("pre", "excerpt");
    const margin = `${" ".repeat(String(line).length)} | `;
    const caret = " ".repeat([...before].length) + "^".repeat(Math.max(1, [...marked].length));
    shown.append(`${line} | ${before}`, element("mark", "", marked), `${after}\n${margin}${caret}`);
    if (note) shown.append(` ${note}`);
    return shown;
  }

  function element(name, kind, words = "") {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (words) made.textContent = words;
    return made;
  }

  /** The list and its count, without words, at the end of the page. */
  function built() {
    const style = element("link");
    Object.assign(style, { rel: "stylesheet", href: "/.dossier/preview.css" });
    const panel = element("section", "panel");
    Object.assign(panel, { hidden: true, tabIndex: 0 });
    panel.setAttribute("aria-labelledby", "title");
    const title = element("h2");
    title.id = "title";
    const hide = element("button", "", "Hide (Esc)");
    const head = element("header");
    head.append(title, hide);
    const list = element("ol");
    panel.append(head, list);
    const count = element("button", "count");
    count.hidden = true;
    const status = element("p", "status");
    status.setAttribute("role", "status");
    hide.addEventListener("click", () => choose(false, true));
    count.addEventListener("click", () => choose(true, true));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !panel.hidden) choose(false, true);
    });
    root.append(style, panel, count, status);
    root.host.lang = "en";
    document.body.append(root.host);
    return { panel, title, list, count, status };
  }

  /* livereload's script takes every global of such a name for a plugin, and asks it first about each change. */
  window.LiveReloadPluginDossier = class {
    static identifier = "dossier";
    static version = "1";

    reload(path) {
      if (path === STATE) {
        look();
        return true;
      }
      if (path.endsWith(".html")) {
        if (path === location.pathname.replace(/\/$/, "/index.html")) location.reload();
        return true;
      }
      if (path.endsWith(".css")) look({ adopt: true });
      return false;
    }
  };
})();
