/* A print link prints at once; a page opened for printing offers the printer's window. */
for (const link of document.querySelectorAll("[data-print-now]"))
  if ((link.getAttribute("href") || "").startsWith("?print"))
    link.addEventListener("click", (event) => { event.preventDefault(); print(); });
if (document.documentElement.dataset.print !== undefined) {
  if (document.readyState === "complete") print();
  else addEventListener("load", () => print());
}
