// Comforts only: the page is whole without this.
"use strict";
(() => {
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  for (const tool of $(".tools")) tool.hidden = false;

  // What is linked to is opened, and shown over all the pieces that it is cut into.
  const show = () => {
    for (const piece of $(".on")) piece.classList.remove("on");
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && byId(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (/^d\d+c\d+$/.test(id)) for (const piece of $(".k" + id)) piece.classList.add("on");
    target.scrollIntoView({ block: /c\d+$/.test(id) ? "center" : "start" });
  };
  addEventListener("hashchange", show);
  show();

  // Print shows what is folded too, but for the lists of single findings and of shared words.
  addEventListener("beforeprint", () => {
    for (const fold of $("details:not([open], .findings, .shared)")) { fold.open = true; fold.dataset.folded = ""; }
  });
  addEventListener("afterprint", () => {
    for (const fold of $("details[data-folded]")) { fold.open = false; delete fold.dataset.folded; }
  });

  const filter = byId("filter");
  let waiting = 0;
  const texts = new WeakMap();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLocaleLowerCase());
    return texts.get(item);
  };
  const sift = () => {
    const wanted = filter.value.trim().toLocaleLowerCase();
    const items = $("[data-f]");
    let shown = 0;
    for (const item of items) {
      const fits = !wanted || textOf(item).includes(wanted);
      item.hidden = !fits;
      shown += fits;
      const fold = item.parentElement.closest("details.more");
      if (wanted && fits && fold) fold.open = true;
    }
    dispatchEvent(new CustomEvent("sifted", { detail: wanted }));
    byId("filtered").textContent = wanted ? `${shown} of ${items.length} shown` : "";
  };
  filter.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(sift, 150); });

  const keys = byId("keys"), button = byId("keys-button");
  const toggleKeys = (open) => {
    keys.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (!open) button.focus();
  };
  button.addEventListener("click", () => toggleKeys(keys.hidden));
  byId("keys-close").addEventListener("click", () => toggleKeys(false));

  let current = null;
  const move = (step) => {
    const items = $("[data-f]").filter((item) => !item.hidden && item.offsetParent);
    const at = items.indexOf(current);
    const next = items[at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step];
    if (!next) return;
    if (current) current.classList.remove("current");
    current = next;
    current.classList.add("current");
    const head = current.querySelector("summary");
    if (!head) current.tabIndex = -1;
    (head || current).focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
  };
  const actions = {
    j: () => move(1),
    k: () => move(-1),
    o: () => { if (current && "open" in current) current.open = !current.open; },
    h: () => document.documentElement.classList.toggle("plain"),
    "/": () => filter.focus(),
    "?": () => toggleKeys(keys.hidden),
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !keys.hidden) return toggleKeys(false);
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!byId("keys-on").checked || !Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });
})();
