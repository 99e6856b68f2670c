/* Steps: show all, tick off what is done, print a checklist. The ticks stay in this browser; nothing is sent anywhere. */
for (const [place, box] of [...document.querySelectorAll("[data-algorithm]")].entries()) {
  const find = (mark) => box.querySelector(`[data-${mark}]`);
  const parts = [...box.querySelectorAll("details")], ticks = [...box.querySelectorAll("[data-tick]")];
  const all = find("show-all"), clear = find("clear-ticks"), progress = find("progress");
  const shelf = `steps:${location.pathname}${place ? `:${place}` : ""}`, words = all.textContent;

  const read = () => { try { return new Set(JSON.parse(localStorage.getItem(shelf)) || []); } catch { return new Set(); } };
  const write = (keys) => {
    try { if (keys.length) localStorage.setItem(shelf, JSON.stringify(keys)); else localStorage.removeItem(shelf); } catch { /* a private window: the ticks live as long as the page */ }
  };
  const name = () => {
    const open = parts.every((part) => part.open);
    all.textContent = open ? all.dataset.hide : words;
    all.setAttribute("aria-expanded", open);
  };
  const tell = () => {
    const done = ticks.filter((tick) => tick.checked);
    for (const tick of ticks) tick.closest("[data-step]").classList.toggle("step--done", tick.checked);
    clear.hidden = !done.length;
    progress.textContent = done.length ? progress.dataset.progress.replace("{done}", done.length).replace("{all}", ticks.length) : "";
  };
  const keep = () => { write(ticks.filter((tick) => tick.checked).map((tick) => tick.dataset.tick)); tell(); };

  const kept = read();
  for (const tick of ticks) {
    tick.checked = kept.has(tick.dataset.tick);
    tick.closest("label").hidden = false;
    tick.addEventListener("change", keep);
  }
  for (const part of parts) part.addEventListener("toggle", name);
  all.addEventListener("click", () => { const open = !parts.every((part) => part.open); for (const part of parts) part.open = open; });
  clear.addEventListener("click", () => { for (const tick of ticks) tick.checked = false; keep(); all.focus(); });
  find("print-checklist").addEventListener("click", () => {
    const root = document.documentElement;
    root.dataset.checklist = "";
    addEventListener("afterprint", () => delete root.dataset.checklist, { once: true });
    print();
  });
  find("tools").hidden = false;
  name();
  tell();
}
