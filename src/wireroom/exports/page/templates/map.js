// The same sheets, to be moved and enlarged. Without this they stand as they are drawn.
(() => {
  "use strict";
  const figure = document.getElementById("map");
  if (!figure || !window.L) return;
  const drawn = [...figure.querySelectorAll("svg.sheet")];
  const boundsOf = ({ dataset: { west, south, east, north } }) => L.latLngBounds([+south, +west], [+north, +east]);
  const stage = document.createElement("div");
  stage.className = "stage";
  stage.setAttribute("role", "region");
  stage.setAttribute("aria-label", "Map: arrow keys move it, plus and minus enlarge it, the tab key goes from place to place");
  drawn[0].before(stage);
  figure.classList.add("live");
  const coarse = matchMedia("(pointer: coarse)").matches; // one finger moves the page, two the map
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(stage, {
    attributionControl: false, zoomSnap: 0, zoomDelta: 1, scrollWheelZoom: false, dragging: !coarse,
    maxBoundsViscosity: 1, zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm, bounceAtZoomLimits: false,
  });
  stage.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  stage.addEventListener("pointerdown", () => map.scrollWheelZoom.enable());
  stage.addEventListener("pointerleave", () => map.scrollWheelZoom.disable());

  // The widest sheet lies lowest.
  const sheets = [...drawn].reverse().map((svg) => {
    const copy = svg.cloneNode(true);
    copy.classList.replace("sheet", "copy");
    L.svgOverlay(copy, boundsOf(svg), { interactive: true, bubblingMouseEvents: true }).addTo(map);
    return copy;
  });
  map.zoomControl.setPosition("bottomleft");
  const near = boundsOf(drawn[0]), far = boundsOf(drawn[drawn.length - 1]);
  const fit = () => {
    map.setMinZoom(0);
    map.setMaxBounds(null).setView(near.getCenter(), map.getBoundsZoom(near, true), { animate: false });
    map.setMinZoom(Math.min(map.getBoundsZoom(far, true), map.getZoom())).setMaxZoom(map.getZoom() + 4);
    map.setMaxBounds(far);
  };
  // Signs and names keep their size; names that were in one another's way come with room.
  const scale = () => {
    for (const copy of sheets) {
      const box = boundsOf(copy);
      const pixels = map.latLngToLayerPoint(box.getSouthEast()).x - map.latLngToLayerPoint(box.getNorthWest()).x;
      const units = copy.viewBox.baseVal.width / pixels;
      copy.classList.toggle("tiny", pixels < stage.clientWidth * 0.6);
      for (const spot of copy.querySelectorAll(".spot")) {
        spot.setAttribute("transform", `translate(${spot.dataset.x} ${spot.dataset.y}) scale(${units})`);
      }
    }
    stage.classList.toggle("roomy", map.getZoom() >= map.getBoundsZoom(near) + 1.5);
  };
  map.on("zoomend viewreset", scale);
  fit();
  scale();
  new ResizeObserver(() => { map.invalidateSize({ animate: false }); fit(); scale(); }).observe(stage);

  let opener = null;
  const popup = L.popup({ maxWidth: 270, minWidth: 180, maxHeight: 210, autoPanPadding: [12, 12], keepInView: false });
  const latLngOf = (mark) => {
    const svg = mark.closest("svg"), box = boundsOf(svg), view = svg.viewBox.baseVal;
    const { x, y } = mark.querySelector(".spot").dataset;
    const from = map.project(box.getNorthWest(), 8), to = map.project(box.getSouthEast(), 8);
    return map.unproject(L.point(from.x + (to.x - from.x) * x / view.width, from.y + (to.y - from.y) * y / view.height), 8);
  };
  const open = (mark, byKey) => {
    dispatchEvent(new CustomEvent("pick", { detail: mark.dataset.m })); // the timeline follows
    const copy = document.getElementById(mark.dataset.m).cloneNode(true);
    copy.removeAttribute("id");
    for (const item of copy.querySelectorAll("[hidden]")) item.remove();
    for (const item of copy.querySelectorAll("[data-t]")) item.removeAttribute("data-t");
    map.closePopup().setMaxBounds(null); // there must be room for it at the edges, too
    opener = byKey ? mark : null;
    popup.setLatLng(latLngOf(mark)).setContent(copy).openOn(map);
    if (byKey) copy.querySelector("a").focus({ preventScroll: true });
  };
  stage.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark) return;
    event.preventDefault();
    event.stopPropagation();
    const byKey = event.detail === 0;
    if (!byKey && map.dragging.enabled() && map.dragging.moved()) return; // the end of a drag
    open(mark, byKey);
  }, true);
  stage.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !popup.isOpen()) return;
    event.stopPropagation();
    map.closePopup();
  });
  map.on("popupclose", () => {
    map.setMaxBounds(far);
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  });
  // Within a popup, a rival place opens its own.
  stage.addEventListener("click", (event) => {
    const link = event.target.closest('.leaflet-popup a[href^="#m"]');
    const mark = link && stage.querySelector(`.mark[data-m="${link.getAttribute("href").slice(1)}"]`);
    if (!mark) return;
    event.preventDefault();
    open(mark, event.detail === 0);
  });
  addEventListener("placed", () => map.closePopup());
})();
