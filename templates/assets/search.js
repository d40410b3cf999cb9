/* Search: in its place on the search page, in a dialog on every other.
   The index is made with the site (dossier/search) and comes in small scripts, since a page that is opened from a
   folder may load nothing else. Each calls dossierSearch(name, data). What is shown is made of text nodes alone.
   Order: words, pieces, one word's documents, a question's documents, snippets, results, the box, the dialog. */

(function () {
  "use strict";

  const SHOWN = 10; // results at first, and with each "more"
  const SPREAD = 4; // shards that a beginning of a word may ask for; one of two letters could ask for a third of all
  const WIDEST = 12; // shards that are searched for a misspelt word
  const FORGIVEN = 5; // letters; in a shorter word one slip makes another word
  const LONGEST = 40; // characters of a term, as in dossier/search/folding.py
  const SNIPPET = 220; // characters
  const QUIET = 600; // ms without a key, before a count is read out

  const ROOT = new URL("../", document.currentScript.src);
  const FOLDER = new URL("search/", ROOT);

  /* Words: folded as dossier/search/folding.py does it */

  const COMPOUND = /[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*/gu;
  const WRITTEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’‘ʹʼ′.,‐‑-][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)*/gu;
  const NUMBER = /^\p{Nd}{1,3}(?:[.,]\p{Nd}{3})+$/u;
  const LABEL = /^[cd]-\d+$/; // of a claim or a disagreement
  const INITIALS = /^\p{L}(?:\.\p{L})+$/u;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };

  function folded(text) {
    return text
      .replace(/[’‘ʹʼ′]/g, "'")
      .replace(/[‐‑]/g, "-")
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase()
      .replace(/[ßæœøłđðþıς]/g, (letter) => LETTERS[letter]);
  }

  const compounds = (text) => folded(text).match(COMPOUND) || [];
  const bare = (text) => text.replace(/['.,-]/g, "");
  const cut = (term) => (term.length > LONGEST ? Array.from(term).slice(0, LONGEST).join("") : term);

  function parts(piece) {
    return NUMBER.test(piece) || INITIALS.test(piece) ? [bare(piece)] : piece.split(/[.,]/).map(bare);
  }

  // The words of a question, each as the ways in which it may be met: one term, or several that must all be there.
  function asked(question) {
    return compounds(question.replace(/\b([cd])\s+(\d+)\b/gi, "$1-$2")).flatMap((compound) => {
      if (LABEL.test(compound)) return [[[bare(compound)]]];
      const pieces = compound.split("-").flatMap(parts).map(cut);
      return compound.includes("-") ? [[[cut(bare(compound))], pieces]] : pieces.map((piece) => [[piece]]);
    });
  }

  function isPlural(many, one) {
    if (one.length < 3) return false;
    return (
      many === one + "s" ||
      many === one + "es" ||
      (one.endsWith("y") && many === one.slice(0, -1) + "ies") ||
      (one.endsWith("z") && many === one.slice(0, -1) + "ces")
    );
  }

  // One letter wrong, missing or too many, or two neighbours exchanged.
  function isNear(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    const [restA, restB] = [a.slice(at + 1), b.slice(at + 1)];
    if (restA === restB || restA === b.slice(at) || a.slice(at) === restB) return true;
    return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  }

  /* Pieces of the index */

  const pieces = new Map();
  const waiting = new Map();

  window.dossierSearch = function (name, data) {
    const take = waiting.get(name);
    if (take) take(data);
  };

  function load(name, version) {
    if (!pieces.has(name)) {
      const made = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const fail = () => reject(new Error(name)); // after the data came this does nothing
        script.addEventListener("load", fail);
        script.addEventListener("error", fail);
        script.src = new URL(name + ".js" + (version ? "?v=" + version : ""), FOLDER).href;
        waiting.set(name, resolve);
        document.head.append(script);
      });
      pieces.set(name, made);
      made.catch(() => pieces.delete(name)); // the next question asks again
    }
    return pieces.get(name);
  }

  let facts = null;

  async function ready() {
    if (!facts) {
      const [version, count, per, kinds, bounds, stop] = await load("index");
      facts = { version, count, per, kinds, bounds, stop: new Set(stop) };
    }
  }

  const terms = new Map();

  async function shard(at) {
    if (!terms.has(at)) {
      const named = Array.from(facts.bounds[at], (char) => (/[a-z0-9]/.test(char) ? char : "_" + char.codePointAt(0).toString(16)));
      const text = await load("t-" + named.join(""), facts.version);
      terms.set(
        at,
        text.split("\n").map((line) => {
          const end = line.indexOf(" ");
          return { term: line.slice(0, end), groups: line.slice(end + 1) };
        }),
      );
    }
    return terms.get(at);
  }

  // The shard that would hold a term.
  function place(term) {
    let [low, high] = [0, facts.bounds.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (facts.bounds[middle] <= term) low = middle;
      else high = middle;
    }
    return low;
  }

  function span(beginning, most) {
    const [first, last] = [place(beginning), place(beginning + "\uffff")];
    return Array.from({ length: Math.min(last - first + 1, most) }, (_, step) => first + step);
  }

  async function linesOf(places) {
    const found = await Promise.all(Array.from(new Set(places), shard));
    return found.flat();
  }

  /* One word's documents: how well it is met, times how much the term says of the document, times how rare it is */

  async function met(word) {
    const singular = [word.slice(0, -1), word.slice(0, -2), word.slice(0, -3)].filter((one) => one.length > 2);
    const near = span(word, word.length > 1 ? SPREAD : 1).concat(singular.map(place));
    const found = graded(await linesOf(near), (term) => grade(term, word));
    if (found.length || word.length < FORGIVEN || /\p{N}/u.test(word)) return scored(found);
    return scored(graded(await linesOf(around(word)), (term) => slip(term, word)));
  }

  function grade(term, word) {
    if (term === word) return 1;
    if (isPlural(term, word) || isPlural(word, term)) return 0.9;
    return word.length > 1 && term.startsWith(word) ? 0.4 + (0.4 * word.length) / term.length : 0;
  }

  // Where a misspelt word may stand: with its own first letters, with these exchanged or lessened, or anywhere of a few.
  function around(word) {
    const swapped = word[1] + word[0] + word.slice(2);
    const first = [...span(word.slice(0, 2), WIDEST), place(swapped), place(word.slice(1))];
    const others = facts.bounds.length > WIDEST ? [] : facts.bounds.keys();
    return Array.from(new Set([...first, ...others])).slice(0, WIDEST);
  }

  function slip(term, word) {
    if (term.length < FORGIVEN - 1) return 0;
    if (isNear(term, word)) return 0.4;
    const isBegun = term.length > word.length && [-1, 0, 1].some((more) => isNear(term.slice(0, word.length + more), word));
    return isBegun ? 0.2 : 0;
  }

  function graded(lines, judge) {
    return lines.map((line) => ({ ...line, grade: judge(line.term) })).filter((line) => line.grade > 0);
  }

  function scored(found) {
    const scores = new Map();
    for (const line of found) {
      const groups = line.groups.split(" ").map((group) => ({ weight: Number(group[0]), numbers: group.slice(1).split(".") }));
      const common = groups.reduce((sum, group) => sum + group.numbers.length, 0);
      const worth = line.grade * Math.log(1 + facts.count / common);
      for (const group of groups) {
        let document = 0;
        for (const step of group.numbers) {
          document += parseInt(step, 36);
          scores.set(document, Math.max(scores.get(document) || 0, worth * group.weight));
        }
      }
    }
    return { scores, terms: found.map((line) => line.term) };
  }

  /* A question's documents: those that have all of its words, else those that have most */

  async function answer(question) {
    const words = asked(question);
    const isStop = (ways) => ways.every((way) => way.every((term) => facts.stop.has(term)));
    const needed = words.some((ways) => !isStop(ways)) ? words.filter((ways) => !isStop(ways)) : words;
    const all = await Promise.all(words.map(way));
    const hits = new Map();
    all.forEach((one, at) => {
      for (const [document, score] of one.scores) {
        const hit = hits.get(document) || { document, count: 0, score: 0 };
        hit.count += needed.includes(words[at]) ? 1 : 0;
        hit.score += score;
        hits.set(document, hit);
      }
    });
    const most = Math.max(0, ...Array.from(hits.values(), (hit) => hit.count));
    const found = Array.from(hits.values()).filter((hit) => most > 0 && hit.count === most);
    found.sort((a, b) => b.score - a.score || a.document - b.document);
    return { hits: found, terms: new Set(all.flatMap((one) => one.terms)), isWhole: most === needed.length };
  }

  async function way(ways) {
    const found = await Promise.all(ways.map(async (way) => both(await Promise.all(way.map(met)))));
    const scores = new Map();
    for (const one of found) for (const [document, score] of one.scores) scores.set(document, Math.max(score, scores.get(document) || 0));
    return { scores, terms: found.flatMap((one) => one.terms) };
  }

  // Documents that have each of some terms, with the mean of what these are worth.
  function both(all) {
    const [first, ...others] = all;
    const scores = new Map();
    for (const [document, score] of first.scores) {
      if (others.every((one) => one.scores.has(document))) {
        scores.set(document, others.reduce((sum, one) => sum + one.scores.get(document), score) / all.length);
      }
    }
    return { scores, terms: all.flatMap((one) => one.terms) };
  }

  function kindOf(document) {
    return facts.kinds.findLast(([, , first]) => first <= document)[0];
  }

  async function shown(document) {
    const chunk = await load("d-" + Math.floor(document / facts.per), facts.version);
    const [url, tag, number, title, note, text] = chunk[document % facts.per];
    return { url, tag, number, title, note, text };
  }

  /* Snippets: the part of a text with most of the words, and these marked */

  function marked(text, sought) {
    const found = [];
    for (const word of text.matchAll(WRITTEN)) {
      const has = compounds(word[0]).some((compound) => sought.has(cut(bare(compound))) || compound.split("-").flatMap(parts).some((part) => sought.has(part)));
      if (has) found.push({ start: word.index, end: word.index + word[0].length, word: folded(word[0]) });
    }
    return found;
  }

  function stretch(text, marks) {
    if (text.length <= SNIPPET) return [0, text.length];
    const within = (mark) => marks.filter((other) => other.start >= mark.start && other.end <= mark.start + SNIPPET - 60);
    const worth = (mark) => new Set(within(mark).map((other) => other.word)).size;
    const best = marks.slice(0, 50).reduce((kept, mark) => (!kept || worth(mark) > worth(kept) ? mark : kept), null);
    const start = best && best.start > 60 ? text.lastIndexOf(" ", best.start - 50) + 1 : 0;
    const end = text.length <= start + SNIPPET ? text.length : text.lastIndexOf(" ", start + SNIPPET);
    return [start, end > start ? end : start + SNIPPET];
  }

  function written(into, text, marks, start, end) {
    let at = start;
    for (const mark of marks) {
      if (mark.start < at || mark.end > end) continue;
      into.append(text.slice(at, mark.start), element("mark", "", text.slice(mark.start, mark.end)));
      at = mark.end;
    }
    into.append(text.slice(at, end));
  }

  function snippet(text, sought) {
    const made = element("p", "search-snippet");
    const marks = marked(text, sought);
    const [start, end] = stretch(text, marks);
    if (start > 0) made.append("…\u00a0");
    written(made, text, marks, start, end);
    if (end < text.length) made.append("\u00a0…");
    return made;
  }

  /* Results */

  function element(name, css, text) {
    const made = document.createElement(name);
    if (css) made.className = css;
    if (text) made.textContent = text;
    return made;
  }

  function result(record, sought) {
    const made = element("li");
    const link = element("a", "search-hit");
    link.href = new URL(record.url, ROOT).href;
    if (record.number) link.append(element("span", "number", record.number), " ");
    written(link, record.title, marked(record.title, sought), 0, record.title.length);
    const note = element("p", "search-note");
    note.append(element("span", "tag", record.tag), " ");
    written(note, record.note, marked(record.note, sought), 0, record.note.length);
    made.append(link, note);
    if (record.text) made.append(snippet(record.text, sought));
    return made;
  }

  /* The box: a field with all that belongs to it */

  function box(root, keep) {
    const part = (css) => root.querySelector(css);
    const [field, status, kinds, count] = [part("input[type=search]"), part("[role=status]"), part(".search-kinds"), part(".search-count")];
    const [list, more, slash] = [part(".search-results"), part(".search-more"), part(".search-shortcut input")];
    const words = root.dataset;
    let [kind, most, turn, timer, latest] = ["", SHOWN, 0, 0, Promise.resolve()];

    function choose(id) {
      kind = id;
      keep(field.value.trim(), kind);
    }

    function say(text) {
      count.textContent = text;
      count.hidden = !text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        status.textContent = text;
      }, QUIET);
    }

    function counted(number) {
      return number === 1 ? words.one : words.many.replace("{count}", number.toLocaleString(document.documentElement.lang));
    }

    function told(found, hits) {
      if (!found.hits.length) return words.none;
      return (found.isWhole ? "" : words.most + " ") + counted(hits.length);
    }

    function choice(id, text, number) {
      const button = element("button", "search-kind");
      button.type = "button";
      button.dataset.kind = id;
      button.setAttribute("aria-pressed", String(id === kind));
      button.append(text, " ", element("span", "search-number", String(number)));
      return button;
    }

    function showKinds(hits) {
      const focused = kinds.contains(document.activeElement) ? document.activeElement.dataset.kind : null;
      const totals = new Map();
      for (const hit of hits) totals.set(kindOf(hit.document), (totals.get(kindOf(hit.document)) || 0) + 1);
      const there = facts.kinds.filter(([id]) => totals.has(id));
      kinds.replaceChildren(choice("", words.all, hits.length), ...there.map(([id, text]) => choice(id, text, totals.get(id))));
      kinds.hidden = there.length < 2;
      const button = Array.from(kinds.children).find((one) => one.dataset.kind === focused);
      if (button) button.focus();
    }

    function clear() {
      list.replaceChildren();
      more.hidden = true;
      kinds.hidden = true;
    }

    async function show(mine) {
      await ready();
      const found = await answer(field.value);
      if (mine !== turn) return; // a later key has asked something else
      if (!found.hits.some((hit) => kindOf(hit.document) === kind)) choose("");
      const hits = kind ? found.hits.filter((hit) => kindOf(hit.document) === kind) : found.hits;
      const records = await Promise.all(hits.slice(0, most).map((hit) => shown(hit.document)));
      if (mine !== turn) return;
      list.replaceChildren(...records.map((record) => result(record, found.terms)));
      more.hidden = hits.length <= most;
      showKinds(found.hits);
      say(told(found, hits));
    }

    function ask() {
      turn += 1;
      keep(field.value.trim(), kind);
      if (!compounds(field.value).length) {
        clear();
        say("");
        latest = Promise.resolve();
        return;
      }
      const mine = turn;
      latest = show(mine).catch(() => {
        if (mine !== turn) return;
        clear();
        say(words.failed);
      });
    }

    function step(event) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
      const at = stops.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      if (stops[at + by]) stops[at + by].focus();
    }

    field.addEventListener("input", () => {
      most = SHOWN;
      ask();
    });
    root.addEventListener("keydown", step);
    field.addEventListener("keydown", async (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      await latest;
      const first = list.querySelector("a");
      if (first) first.focus();
    });
    kinds.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      choose(button.dataset.kind);
      most = SHOWN;
      ask();
    });
    more.addEventListener("click", async () => {
      const before = list.children.length;
      most += SHOWN;
      ask();
      await latest;
      const next = list.children[before];
      if (next) next.querySelector("a").focus();
    });
    slash.checked = kept("dossier-slash") !== "off";
    slash.addEventListener("change", () => hold("dossier-slash", slash.checked ? "on" : "off"));

    return {
      enter() {
        ready().catch(() => {});
        field.focus();
        field.select();
      },
      restore(question, chosen) {
        field.value = question;
        kind = chosen;
        if (question) ask();
      },
    };
  }

  // A browser may keep nothing, and says so by an error.
  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }

  function hold(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      /* then it holds for this page alone */
    }
  }

  /* The page, and the dialog */

  function query(question, kind) {
    const asking = new URLSearchParams();
    if (question) asking.set("q", question);
    if (question && kind) asking.set("kind", kind);
    return question ? "?" + asking : "";
  }

  function onPage(root) {
    const made = box(root, (question, kind) => {
      try {
        history.replaceState(history.state, "", location.pathname + query(question, kind));
      } catch {
        /* a browser may refuse, or have had too many: the address is a comfort */
      }
    });
    const asking = new URLSearchParams(location.search);
    for (const excuse of document.querySelectorAll(".needs-script")) excuse.hidden = true; // where CSS cannot tell
    made.restore(asking.get("q") || "", asking.get("kind") || "");
    return made.enter;
  }

  function inDialog(html, address) {
    const dialog = new DOMParser().parseFromString(html, "text/html").querySelector("dialog");
    const page = dialog.querySelector(".search-page");
    page.href = address;
    const made = box(dialog.querySelector(".search"), (question, kind) => {
      page.href = address + query(question, kind);
    });
    dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault(); // a field would first be emptied, and a second press be needed
      dialog.close();
    });
    dialog.addEventListener("click", (event) => {
      const isOutside = event.target === dialog;
      if (isOutside || (event.target.closest(".search-hit") && !event.ctrlKey && !event.metaKey && !event.shiftKey)) dialog.close();
    });
    document.body.append(dialog);
    return () => {
      if (!dialog.open) dialog.showModal();
      made.enter();
    };
  }

  const link = document.querySelector(".search-link");
  if (link && link.dataset.script) {
    load("dialog").then(
      (html) => {
        const open = inDialog(html, link.href);
        link.addEventListener("dossier:search", open);
        open(); // this script came because a reader asked for it
      },
      () => location.assign(link.href),
    );
  } else {
    const open = onPage(document.querySelector("main .search"));
    if (link) link.addEventListener("dossier:search", open);
  }
})();
