/* What is folded on the screen is open on paper, also in browsers without ::details-content. */
const folded = new Set();
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("main details:not([open])")) { folded.add(part); part.open = true; }
});
addEventListener("afterprint", () => { for (const part of folded) part.open = false; folded.clear(); });
const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
const around = target && target.closest("details");
if (around) { around.open = true; target.scrollIntoView(); }
