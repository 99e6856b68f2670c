/* Similar ideas while the title is written. Without this script the page of the draft shows the same. */
const form = document.querySelector("[data-similar]");
const list = document.querySelector("[data-similar-list]");
const title = form?.querySelector("[name=title]");
let waits = 0, asked = "";

const show = (ideas) => {
  list.replaceChildren();
  if (!ideas.length) return;
  const box = document.createElement("section"), heading = document.createElement("h2"), rows = document.createElement("ul");
  box.className = "card";
  heading.className = "as-h3";
  heading.textContent = form.dataset.similarTitle;
  for (const idea of ideas) {
    const row = document.createElement("li"), link = document.createElement("a"), note = document.createElement("span");
    link.href = idea.url;
    link.textContent = idea.title;
    note.className = "small muted";
    note.textContent = ` ${idea.state} · ${idea.supports}`;
    row.append(link, note);
    rows.append(row);
  }
  box.append(heading, rows);
  list.append(box);
};

const ask = async () => {
  const words = title.value.trim();
  if (words === asked) return;
  asked = words;
  if (words.length < 10) return show([]);
  const answer = await fetch(`${form.dataset.similar}?q=${encodeURIComponent(words)}`).catch(() => null);
  if (answer?.ok && words === asked) show((await answer.json()).ideas);
};

title?.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(ask, 600);
});
