// Days of the timeline, chosen on its overview: drawn over, or either end moved. The two fields of
// the filter hold what is chosen; this shows it and changes it, so that there is one state.
(() => {
  "use strict";
  const DAY = 864e5;
  const figure = document.getElementById("overview");
  const from = document.querySelector("#sift [name=from]"), to = document.querySelector("#sift [name=to]");
  if (!figure || !from || !to) return;
  const brush = figure.querySelector(".brush"), ends = [...brush.querySelectorAll(".end")];
  const [before, after] = brush.querySelectorAll(".left-out"), view = brush.querySelector(".window");
  const note = document.getElementById("brushed");
  const first = Date.parse(figure.dataset.first);
  const last = Math.round((Date.parse(figure.dataset.last) - first) / DAY);
  const edge = +figure.dataset.edge; // half of a day, as a part of the strip
  const nameOf = (day) => new Date(first + day * DAY).toISOString().slice(0, 10);
  const within = (day) => Math.min(last, Math.max(0, day));
  const dayOf = (field, none) => field.value ? within(Math.round((Date.parse(field.value) - first) / DAY)) : none;
  const chosen = () => [dayOf(from, 0), dayOf(to, last)];
  const dayAt = (x) => {
    const box = brush.getBoundingClientRect();
    return within(Math.round(((x - box.left) / box.width - edge) / (1 - 2 * edge) * last));
  };
  const atDay = (day) => {
    const box = brush.getBoundingClientRect();
    return box.left + box.width * (edge + day / last * (1 - 2 * edge));
  };
  const percent = (part) => `${(part * 100).toFixed(3)}%`;

  const draw = () => {
    const [low, high] = chosen(), some = Boolean(from.value || to.value);
    const left = low / last * (1 - 2 * edge), right = 1 - high / last * (1 - 2 * edge) - 2 * edge;
    before.style.cssText = `left: 0; width: ${percent(left)}`;
    after.style.cssText = `right: 0; width: ${percent(right)}`;
    view.style.cssText = `left: ${percent(left)}; right: ${percent(right)}`;
    ends[0].style.left = percent(left);
    ends[1].style.left = percent(1 - right);
    [low, high].forEach((day, at) => {
      ends[at].setAttribute("aria-valuemax", last);
      ends[at].setAttribute("aria-valuenow", day);
      ends[at].setAttribute("aria-valuetext", nameOf(day));
    });
    figure.classList.toggle("sifted", some);
    note.hidden = !some;
    note.firstElementChild.textContent = !some ? "" : low === high ? `Only ${nameOf(low)}` : `Only ${nameOf(low)} to ${nameOf(high)}`;
  };
  // Both ends of the strip are no choice at all: what has no day is shown, too.
  const choose = (one, other) => {
    const low = Math.min(one, other), high = Math.max(one, other), all = low === 0 && high === last;
    const values = all ? ["", ""] : [nameOf(low), nameOf(high)];
    if (from.value === values[0] && to.value === values[1]) return;
    [from.value, to.value] = values;
    to.dispatchEvent(new Event("change"));
  };
  const clear = () => choose(0, last);

  let drag = null, frame = 0;
  const follow = () => {
    frame = 0;
    if (!drag) return;
    const day = dayAt(drag.x - drag.off);
    if (!drag.width) return choose(drag.fixed, day);
    const low = Math.min(last - drag.width[1], Math.max(0, drag.width[0] + day - drag.day));
    return choose(low, low + drag.width[1]);
  };
  brush.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    const day = dayAt(event.clientX), [low, high] = chosen(), end = ends.indexOf(event.target);
    const moves = event.target === view && figure.classList.contains("sifted");
    // An end is taken hold of beside the day that it stands for.
    const off = end < 0 ? 0 : event.clientX - atDay([low, high][end]);
    drag = { day, off, x: event.clientX, from: event.clientX, fixed: [high, low][end] ?? day, width: moves ? [low, high - low] : null, end };
    brush.setPointerCapture(event.pointerId);
    if (end >= 0) ends[end].focus();
    event.preventDefault();
  });
  brush.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.x = event.clientX;
    if (Math.abs(drag.x - drag.from) > 3) frame ||= requestAnimationFrame(follow);
  });
  brush.addEventListener("pointerup", (event) => {
    if (!drag) return;
    drag.x = event.clientX;
    if (Math.abs(drag.x - drag.from) > 3) follow(); else if (drag.end < 0) choose(drag.day, drag.day);
    drag = null;
  });
  brush.addEventListener("pointercancel", () => { drag = null; });

  const far = Math.max(2, Math.round(last / 10));
  const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -far, PageUp: far, Home: -last, End: last };
  ends.forEach((end, at) => end.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const days = chosen();
    if (event.key === "Escape") clear();
    else if (Object.hasOwn(steps, event.key)) {
      const day = within(days[at] + steps[event.key]);
      days[at] = at ? Math.max(day, days[0]) : Math.min(day, days[1]);
      choose(...days);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }));
  note.querySelector("button").addEventListener("click", () => { clear(); ends[0].focus(); });
  addEventListener("placed", draw); // whoever changed the filter
  brush.hidden = false;
  figure.classList.add("brushable");
  draw();
})();
