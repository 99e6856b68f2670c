/* The map of places: nothing is fetched until the reader asks for it, and the list above says the same without it. */
const button = document.querySelector("[data-map]");
const box = button && document.getElementById(button.dataset.map);
const status = document.querySelector("[data-map-status]");

function load(name, attributes) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement(name), attributes, { onload: done, onerror: failed });
    document.head.append(element);
  });
}

/* Numbers of the list on the map, and words built from text, never from markup. */
function marker(L, point) {
  const icon = L.divIcon({ className: "places-map__pin", html: String(point.number), iconSize: [36, 36] });
  const words = document.createElement("p");
  const link = Object.assign(document.createElement("a"), { href: point.url, textContent: point.title });
  words.append(link, document.createElement("br"), point.text);
  return L.marker(point.at, { icon, title: point.title, alt: point.title, keyboard: true }).bindPopup(words, { maxWidth: Math.min(300, box.clientWidth - 80) });
}

function draw(L) {
  const points = JSON.parse(document.getElementById("places-points").textContent);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, { zoomControl: false, scrollWheelZoom: false, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: button.dataset.zoomIn, zoomOutTitle: button.dataset.zoomOut }).addTo(map);
  const attribution = document.createElement("span");
  attribution.textContent = button.dataset.attribution;
  L.tileLayer(button.dataset.tiles, { maxZoom: 19, attribution: attribution.innerHTML }).addTo(map);
  for (const point of points) marker(L, point).addTo(map);
  if (points.length === 1) map.setView(points[0].at, 15);
  else map.fitBounds(points.map((point) => point.at), { padding: [40, 40] });
}

async function show() {
  button.disabled = true;
  try {
    await Promise.all([load("link", { rel: "stylesheet", href: button.dataset.leafletCss }), load("script", { src: button.dataset.leaflet })]);
    box.hidden = false;
    draw(window.L);
    button.parentElement.remove();
    box.focus();
  } catch {
    box.hidden = true;
    button.disabled = false;
    status.textContent = button.dataset.failed;
  }
}

if (box) button.addEventListener("click", show);
