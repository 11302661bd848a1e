// Timeline and map under one filter: place, sort, teller, days, and the words of the page's filter.
(() => {
  "use strict";
  const bar = document.getElementById("sift");
  const items = [...document.querySelectorAll("#timeline [data-t]")];
  if (!bar || !items.length) return;
  const fields = [...bar.querySelectorAll("select, input")];
  const status = document.getElementById("sifted"), all = document.getElementById("sift-all");
  const lists = [...document.querySelectorAll("#timeline .ledger > li, #timeline .place-of")];
  const placeOf = new Map(items.filter((item) => item.closest(".place-of")).map((item) => [item, item.closest(".place-of").id]));
  let words = "";
  const wanted = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));
  const has = (item, name, key) => !key || item.dataset[name].split(" ").includes(key);
  const onDay = (item, from, to) => {
    if (!from && !to) return true;
    const { first, last } = item.dataset;
    return Boolean(first) && (!to || first <= to) && (!from || last >= from);
  };
  // An event is found by all that its card says, a report by its line here and by its events.
  const says = (item) => item.textContent.toLocaleLowerCase().includes(words)
    || (item.dataset.event || item.dataset.tells || "").split(" ").some((id) => id && !document.getElementById(id)?.hidden);
  // All but the place: choosing one of them leaves the others on the map, to be chosen next.
  const fits = (item, by) => has(item, "type", by.type) && has(item, "by", by.by)
    && onDay(item, by.from, by.to) && (!words || says(item));
  const unfold = (item) => {
    for (let at = item.closest(".times details"); at; at = at.parentElement.closest(".times details")) {
      if (!at.open) { at.open = true; at.dataset.sifted = ""; }
    }
  };
  const sift = () => {
    const by = wanted();
    const sifting = Boolean(words) || fields.some((field) => field.value);
    const events = new Set(), told = new Set();
    let reports = 0;
    for (const item of items) {
      const fit = fits(item, by);
      if (fit && placeOf.has(item)) told.add(placeOf.get(item));
      item.hidden = !fit || !has(item, "at", by.at);
      if (item.hidden) continue;
      if (item.dataset.event) events.add(item.dataset.event); else reports += 1;
      if (sifting) unfold(item);
    }
    for (const list of lists) list.hidden = !list.querySelector("[data-t]:not([hidden])");
    if (!sifting) {
      for (const fold of document.querySelectorAll("#timeline details[data-sifted]")) {
        fold.open = false;
        delete fold.dataset.sifted;
      }
    }
    document.getElementById("timeline").classList.toggle("sifting", sifting);
    all.hidden = !sifting;
    const undated = by.from || by.to ? "; what has no day is left out" : "";
    status.textContent = sifting ? `${events.size} ${events.size === 1 ? "event" : "events"}, ${reports} ${reports === 1 ? "report" : "reports"}${undated}` : "";
    const hidden = new Set([...placeOf.values()].filter((id) => !told.has(id)));
    dispatchEvent(new CustomEvent("placed", { detail: { hidden, picked: by.at || "" } }));
  };
  for (const field of fields) field.addEventListener("change", sift);
  all.addEventListener("click", () => {
    for (const field of fields) field.value = "";
    const filter = document.getElementById("filter");
    if (filter.value) { filter.value = ""; filter.dispatchEvent(new Event("input")); }
    sift();
    bar.querySelector("select, input").focus();
  });
  addEventListener("sifted", (event) => { words = event.detail; sift(); });
  const place = bar.querySelector("[name=at]"), chosen = document.getElementById("chosen");
  const pick = (id) => {
    if (!place || place.value === id) return;
    place.value = id;
    sift();
  };
  addEventListener("pick", (event) => pick(event.detail));
  if (chosen) chosen.querySelector("button").addEventListener("click", () => { pick(""); if (place) place.focus(); });
  addEventListener("placed", ({ detail: { hidden, picked } }) => {
    for (const mark of document.querySelectorAll("#map .mark")) {
      mark.classList.toggle("gone", hidden.has(mark.dataset.m));
      mark.classList.toggle("picked", mark.dataset.m === picked);
    }
    for (const line of document.querySelectorAll("#map [data-ends]")) line.classList.toggle("gone", line.dataset.ends.split(" ").some((end) => hidden.has(end)));
    if (!chosen) return;
    chosen.hidden = !picked;
    chosen.querySelector("bdi").textContent = picked ? place.selectedOptions[0].textContent : "";
  });
})();
