/* Sorting and filtering of a list, with the choice kept in the address. What a row is chosen and sorted by stands in its
   data attributes, and every word shown stands on the page, which is complete without this.
   Order: the page, the rows, filtering, drawing, sorting, the address, beginning. */

(function () {
  "use strict";

  /* The page */

  const form = document.querySelector("form.sift");
  const controls = Array.from(form.querySelectorAll("select, input"));
  const choices = Array.from(form.querySelectorAll("select.choice"));
  const { words, sort, from, to } = form.elements;
  const status = form.querySelector("[role=status]");
  const more = form.querySelector(".more button");
  const clear = form.querySelector(".clear");
  const figures = new Intl.NumberFormat(document.documentElement.lang || undefined);

  const options = choices.map((choice) =>
    Array.from(choice.options, (option) => ({ option, words: option.textContent, count: -1 })).slice(1),
  );

  /* A heading with its rows; all groups stand side by side, and an empty one is hidden with the links that jump to it. */
  const groups = Array.from(document.querySelectorAll("[data-group]"), (element) => {
    const heading = element.getAttribute("aria-labelledby");
    const link = heading && document.querySelector(`.jump a[href="#${heading}"]`);
    return { element, rows: [], jump: link && link.parentNode };
  }).filter((group) => group.element.querySelector("[data-row]"));

  /* The rows */

  const rows = groups.flatMap((group) => {
    group.rows = Array.from(group.element.querySelectorAll("[data-row]"), (element) => rowOf(element, group));
    group.list = group.rows[0].element.parentNode;
    return group.rows;
  });
  rows.forEach((row, place) => (row.place = place));

  function rowOf(element, group) {
    const days = listed(element.dataset.days).map((days) => days.split("/"));
    const told = listed(element.dataset.row).map((word) => word.split(":"));
    const values = choices.map((choice) => told.filter(([name]) => name === choice.name).map(([, value]) => value));
    return { element, group, values, days, text: null, meets: true, shown: true, key: null, place: 0 };
  }

  function listed(words) {
    return words ? words.split(" ") : [];
  }

  /* Words as they are compared: without case, accents and curled marks. */
  function folded(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
  }

  /* What a row says; what is folded away in it is not seen, and so not searched. */
  function textOf(row) {
    if (row.text === null) {
      const hidden = Array.from(row.element.querySelectorAll("details"), (details) => details.textContent);
      row.text = folded(hidden.reduce((text, part) => text.replace(part, " "), row.element.textContent));
    }
    return row.text;
  }

  /* Filtering */

  function asked() {
    const days = [from && from.value, to && to.value];
    if (days[0] && days[1]) days.sort(); // who swaps them means the days between
    return {
      values: choices.map((choice) => choice.value),
      words: folded(words.value).split(/\s+/).filter(Boolean),
      first: days[0] || "",
      last: days[1] || "9999-12-31",
    };
  }

  /* Whether a row holds every word, and may speak of the days; a row without a date speaks of none. */
  function fits(row, wanted) {
    const dated = wanted.first || wanted.last !== "9999-12-31";
    const within = ([first, last = first]) => first <= wanted.last && wanted.first <= last;
    return (!dated || row.days.some(within)) && wanted.words.every((word) => textOf(row).includes(word));
  }

  function fails(row, wanted) {
    const failed = [];
    wanted.values.forEach((value, at) => value && !row.values[at].includes(value) && failed.push(at));
    return failed;
  }

  /* Shows the rows asked for, and the row or group that the address leads to; counts what each choice would leave. */
  function show(target) {
    const wanted = asked();
    const counts = choices.map(() => new Map());
    const count = (row, at) => row.values[at].forEach((value) => counts[at].set(value, (counts[at].get(value) || 0) + 1));
    let shown = 0;
    for (const row of rows) {
      const failed = fits(row, wanted) ? fails(row, wanted) : null;
      if (failed && failed.length === 0) choices.forEach((_, at) => count(row, at));
      if (failed && failed.length === 1) count(row, failed[0]);
      row.meets = (failed !== null && failed.length === 0) || leadsTo(target, row);
      if (row.meets) shown += 1;
    }
    draw(target ? Infinity : AT_ONCE);
    tell(shown);
    counts.forEach((found, at) => label(options[at], found));
  }

  function leadsTo(target, row) {
    if (!target) return false;
    return row.element.contains(target) || (row.group.element.contains(target) && !target.closest("[data-row]"));
  }

  function tell(shown) {
    const on = choices.concat(from || [], to || []).filter((control) => control.value).length;
    const { all, some, none } = form.dataset;
    status.textContent = shown === rows.length ? all : shown ? some.replace("{shown}", figures.format(shown)) : none;
    more.querySelector("span").textContent = on ? ` (${figures.format(on)})` : "";
  }

  function label(entries, counts) {
    for (const entry of entries) {
      const count = counts.get(entry.option.value) || 0;
      if (count === entry.count) continue;
      entry.count = count;
      entry.option.textContent = `${entry.words} (${figures.format(count)})`;
      entry.option.disabled = count === 0 && !entry.option.selected;
    }
  }

  /* Drawing: while a reader is at the controls only what fills a window, so that typing never waits for a long list;
     the rest once the reader scrolls on or leaves them, frame by frame. */

  const AT_ONCE = 200;
  let brief = false;
  let drawing = 0;
  let height = scrollY; // a list that grows shorter may move the window up, and that is nobody scrolling on

  function draw(most) {
    cancelAnimationFrame(drawing);
    const filled = new Set();
    let drawn = 0;
    let added = 0;
    let isCut = false;
    for (const row of inOrder) {
      const wanted = row.meets && !(brief && drawn >= AT_ONCE);
      if (wanted) drawn += 1;
      if (wanted && !row.shown && added >= most) isCut = true;
      else if (wanted !== row.shown) {
        row.shown = wanted;
        row.element.hidden = !wanted;
        if (wanted) added += 1;
      }
      if (row.shown) filled.add(row.group);
    }
    groups.forEach((group) => {
      group.element.hidden = spread || !filled.has(group);
      if (group.jump) group.jump.hidden = group.element.hidden;
    });
    if (isCut) drawing = requestAnimationFrame(() => draw(AT_ONCE));
  }

  function drawRest(most) {
    brief = false;
    draw(most);
  }

  /* Sorting: within groups where they stay, else in one list that takes their place. */

  const headers = Array.from(document.querySelectorAll("th[data-sort]"), (cell) => ({ cell, key: cell.dataset.sort }));
  const flat = groups.length > 1 && form.dataset.groupedBy ? groups[0].list.cloneNode(false) : null;
  let sorted = sort.options[0].value;
  let spread = false;
  let inOrder = rows;

  const end = document.createComment(""); // where the groups end, whatever their order

  groups[groups.length - 1].element.after(end);
  if (flat) {
    flat.hidden = true;
    groups[0].element.before(flat);
  }

  function way(value) {
    return { key: value.replace(/-down$/, ""), falls: value.endsWith("-down") };
  }

  function arrange() {
    if (sort.value !== sorted) order(way(sort.value));
    sorted = sort.value;
    const { key, falls } = way(sorted);
    headers.forEach(({ cell, key: own }) => {
      if (own === key) cell.setAttribute("aria-sort", falls ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
  }

  function order({ key, falls }) {
    rows.forEach((row) => {
      const found = listed(row.element.dataset.keys).find((word) => word.startsWith(`${key}:`));
      row.key = found ? Number(found.slice(key.length + 1)) : null;
    });
    const compare = (a, b) => {
      if (a.key === b.key) return a.place - b.place;
      if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
      return falls ? b.key - a.key : a.key - b.key;
    };
    rows.forEach((row) => (row.element.hidden = true)); // what is not drawn costs nothing to move
    rows.forEach((row) => (row.shown = false));
    spread = flat !== null && key !== form.dataset.groupedBy;
    if (flat) flat.hidden = !spread;
    if (spread) {
      inOrder = fill(flat, Array.from(rows).sort(compare));
      return;
    }
    groups.forEach((group) => fill(group.list, group.rows.sort(compare)));
    if (flat) groups.sort((a, b) => compare(a.rows[0], b.rows[0]));
    if (flat) groups.forEach((group) => flat.parentNode.insertBefore(group.element, end));
    inOrder = groups.flatMap((group) => group.rows);
  }

  function fill(list, ordered) {
    const all = document.createDocumentFragment();
    ordered.forEach((row) => all.append(row.element));
    list.append(all);
    return ordered;
  }

  /* A header sorts by its column, and once more the other way round. */
  function press({ key }) {
    const ways = Array.from(sort.options, (option) => option.value).filter((value) => way(value).key === key);
    sort.value = ways[sort.value === ways[0] ? 1 : 0];
    change();
  }

  /* The address */

  let waiting = 0;

  function restore() {
    const query = new URLSearchParams(location.search);
    controls.forEach((control) => {
      control.value = query.get(control.name) || "";
      if (control.selectedIndex === -1) control.selectedIndex = 0;
    });
    arrange();
    show(target());
  }

  function target() {
    return location.hash ? document.getElementById(location.hash.slice(1)) : null;
  }

  /* A browser allows so many changes of the address and no more, so typing is written down once it pauses. */
  function remember() {
    clearTimeout(waiting);
    waiting = setTimeout(write, 200);
  }

  function write() {
    clearTimeout(waiting);
    waiting = 0;
    const query = new URLSearchParams(location.search);
    controls.forEach((control) => {
      const usual = control === sort ? sort.options[0].value : "";
      if (control.value === usual) query.delete(control.name);
      else query.set(control.name, control.value);
    });
    const led = target();
    const hash = led && led.closest("[hidden]") ? "" : location.hash;
    const search = String(query) && `?${query}`;
    history.replaceState(history.state, "", location.pathname + search + hash);
  }

  function change() {
    brief = form.contains(document.activeElement);
    arrange();
    show(null);
    remember();
  }

  /* Beginning */

  headers.forEach((header) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.cell.childNodes);
    button.addEventListener("click", () => press(header));
    header.cell.append(button);
  });

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () =>
    more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") === "false")),
  );
  clear.addEventListener("click", () => {
    controls.filter((control) => control !== sort).forEach((control) => (control.value = ""));
    change();
  });
  document.addEventListener("click", () => waiting && write(), true); // a link may lead away before the pause is over
  window.addEventListener("popstate", restore);
  window.addEventListener("hashchange", restore);

  form.addEventListener("focusin", () => {
    brief = true;
    draw(AT_ONCE);
  });
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || drawRest(AT_ONCE));
  window.addEventListener("beforeprint", () => drawRest(Infinity));
  window.addEventListener("scroll", () => {
    if (brief && scrollY > height) drawRest(AT_ONCE);
    height = scrollY;
  });

  restore();
  form.hidden = false;
  if (target() && location.search) target().scrollIntoView();
})();
