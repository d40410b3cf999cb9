/* What the pages do beyond what HTML and CSS do. Each page is complete without it.
   Order: switches, previews, search. */

"use strict";

/* Search: the link and the "/" key open it where one is. What it needs is loaded at the first use. */

(function () {
  const link = document.querySelector(".search-link");
  const template = document.querySelector(".search-template");
  let isLoaded = !template; // the search page has loaded it

  function open() {
    if (isLoaded) {
      link.dispatchEvent(new Event("dossier:search"));
      return;
    }
    isLoaded = true;
    const script = document.createElement("script");
    script.addEventListener("error", () => location.assign(link.href));
    script.src = template.dataset.script;
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
