/* What the pages do beyond what HTML and CSS do. Each page is complete without it.
   Order: switches, previews, search. */

"use strict";

/* Switches: evidence marks and colors, kept from page to page where the browser keeps anything. */
(() => {
  const root = document.documentElement;
  const switches = document.querySelector(".switches");
  if (!switches) return;
  const marks = switches.querySelector("[data-switch=marks]");
  const scheme = switches.querySelector("[data-switch=scheme]");

  const kept = (name) => {
    try {
      return localStorage.getItem(`dossier-${name}`) ?? "";
    } catch {
      return "";
    }
  };

  const keep = (name, value) => {
    try {
      localStorage.setItem(`dossier-${name}`, value);
    } catch {
      // Storage is full or refused: the switch still works on this page.
    }
  };

  const set = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    marks.setAttribute("aria-pressed", String(root.dataset.marks !== "off"));
    scheme.value = root.dataset.scheme ?? "";
  };

  const change = (name, value) => {
    set(name, value);
    keep(name, value);
  };

  const recall = () => {
    set("marks", kept("marks") === "off" ? "off" : "");
    set("scheme", ["light", "dark"].includes(kept("scheme")) ? kept("scheme") : "");
  };

  recall();
  switches.hidden = false;
  marks.addEventListener("click", () => change("marks", root.dataset.marks === "off" ? "" : "off"));
  scheme.addEventListener("change", () => change("scheme", scheme.value));
  // A page that comes back by the Back button has not seen what was switched since.
  addEventListener("pageshow", (event) => event.persisted && recall());
})();

/* Previews: a link in prose to a record whose card stands among the page's notes shows that card beside it. */
(() => {
  const notes = document.querySelector(".notes");
  if (!notes) return;

  const OPEN_AFTER = 200; // ms; below it, cards flash up under a pointer that only passes
  const CLOSE_AFTER = 300; // ms; time to move from the link onto its card
  const EDGE = 8; // px between a card and the edge of the window
  const GAP = 4; // px between a card and its link
  const narrow = matchMedia("(max-width: 47.99rem)");

  const box = document.createElement("div");
  const button = document.createElement("button");
  let shown = null; // the link whose card is open
  let column = null; // where across the window the pointer met that link
  let tapped = false; // whether a finger opened it
  let touching = false; // whether the last press was a finger's
  let timer = 0;
  let pages = null; // cards by the address of their record's page

  const cardOf = (link) => {
    if (link.getAttribute("href").startsWith("#")) return document.getElementById(link.hash.slice(1))?.closest(".notes .card");
    pages ??= new Map([...notes.querySelectorAll(".card")].map((card) => [titleOf(card)?.href, card]));
    return pages.get(link.href);
  };

  const titleOf = (card) => card.querySelector(".card-title a");

  const linkAt = (target) => {
    const link = target instanceof Element && target.closest(".prose a[href]");
    return link && cardOf(link) ? link : null;
  };

  const after = (delay, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };

  const open = (link, by = {}) => {
    close();
    shown = link;
    tapped = Boolean(by.tap);
    column = by.column ?? null;
    const copy = cardOf(link).cloneNode(true);
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    box.setAttribute("aria-label", titleOf(copy)?.textContent ?? link.textContent);
    box.replaceChildren(button, ...copy.childNodes);
    box.hidden = false;
    box.scrollTop = 0;
    place();
    if (tapped) box.focus({ preventScroll: true });
  };

  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    const link = shown;
    const held = box.contains(document.activeElement);
    shown = null;
    box.hidden = true;
    if (held) link.focus({ preventScroll: true });
    clearTimeout(timer); // the focus that came back opens nothing
  };

  const isHeld = () => shown.matches(":hover, :focus-visible") || box.matches(":hover, :focus-within");

  const leave = () => after(CLOSE_AFTER, () => shown && !isHeld() && close());

  // Beside the link, below it if the card fits there or there is more room than above; for a finger on a narrow window
  // a sheet at its foot, which the style sheet places.
  const place = () => {
    if (!shown) return;
    box.style.left = box.style.top = box.style.maxHeight = "";
    if (box.classList.toggle("sheet", tapped && narrow.matches)) return;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const spot = shown.getBoundingClientRect();
    if (spot.bottom < 0 || spot.top > height) {
      close();
      return;
    }
    const above = spot.top - GAP - EDGE;
    const below = height - spot.bottom - GAP - EDGE;
    const isBelow = box.offsetHeight <= below || below >= above;
    box.style.maxHeight = `${Math.max(isBelow ? below : above, 0)}px`;
    const left = column === null ? shown.getClientRects()[0].left : column - 3 * EDGE;
    const top = isBelow ? spot.bottom + GAP : spot.top - GAP - box.offsetHeight;
    box.style.left = `${scrollX + Math.max(EDGE, Math.min(left, width - box.offsetWidth - EDGE))}px`;
    box.style.top = `${scrollY + top}px`;
  };

  // Who hears the page hears, with the link, the first line of its card: the number and how its evidence lies.
  const describe = (link) => {
    const card = cardOf(link);
    const line = card.querySelector(".card-kind");
    if (!line) return;
    line.id ||= `${card.id}_kind`;
    link.setAttribute("aria-describedby", line.id);
  };

  const entered = (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (!link || link.contains(event.relatedTarget)) return;
    if (link === shown) clearTimeout(timer);
    else after(OPEN_AFTER, () => open(link, { column: event.clientX }));
  };

  const left = (event) => {
    if (event.pointerType === "touch") return;
    const part = box.contains(event.target) ? box : linkAt(event.target);
    if (part && !part.contains(event.relatedTarget)) leave();
  };

  const focused = (event) => {
    const link = linkAt(event.target);
    if (!link || link === shown) return;
    describe(link);
    if (link.matches(":focus-visible")) after(OPEN_AFTER, () => open(link));
  };

  const clicked = (event) => {
    if (box.contains(event.target) && !event.target.closest("a, button")) return;
    const link = linkAt(event.target);
    if (link && link !== shown && touching && event.detail > 0) {
      event.preventDefault();
      open(link, { tap: true, column: event.clientX });
    } else {
      close();
    }
  };

  button.type = "button";
  button.className = "close";
  button.setAttribute("aria-label", notes.dataset.close);
  button.textContent = "×";
  box.className = "card preview";
  box.setAttribute("role", "dialog");
  box.tabIndex = -1;
  box.hidden = true;
  document.body.append(box);

  document.addEventListener("pointerdown", (event) => { touching = event.pointerType === "touch"; }, true);
  document.addEventListener("pointerover", entered);
  document.addEventListener("pointerout", left);
  document.addEventListener("focusin", focused);
  document.addEventListener("focusout", leave);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("scroll", (event) => event.target !== document && event.target !== box && place(), true);
  document.addEventListener("scrollend", () => column === null && place()); // focus may have scrolled to its link
  addEventListener("resize", place);
})();

/* Search: the link and the "/" key open it where one is. What it needs is loaded at the first use. */

(function () {
  const link = document.querySelector(".search-link");
  let isLoaded = !link?.dataset.script; // the search page has loaded it

  function open() {
    if (isLoaded) {
      link.dispatchEvent(new Event("dossier:search"));
      return;
    }
    isLoaded = true;
    const script = document.createElement("script");
    script.addEventListener("error", () => location.assign(link.href));
    script.src = link.dataset.script;
    document.head.append(script);
  }

  function isTyping(target) {
    return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  // A key alone can be pressed by mistake, or by a voice: it can be switched off, where the search itself is.
  function isOff() {
    try {
      return localStorage.getItem("dossier-slash") === "off";
    } catch {
      return false;
    }
  }

  if (!link) return;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(event.target) || isOff()) return;
    event.preventDefault();
    open();
  });
})();
