/* Say how many characters are left: always to the eye, every now and then to a screen reader. data-counter="left: {n}" */
for (const box of document.querySelectorAll("[data-counter]")) {
  const limit = Number(box.dataset.limit || box.getAttribute("maxlength"));
  if (!limit) continue;
  const seen = document.createElement("span"), heard = document.createElement("span");
  seen.className = "counter";
  seen.setAttribute("aria-hidden", "true");
  heard.className = "hush w-sr-only"; // the second name is that of the staff interface
  heard.setAttribute("role", "status");
  box.after(seen, heard);
  let wait;
  const tell = () => {
    const left = limit - box.value.length;
    seen.textContent = box.dataset.counter.replace("{n}", left);
    seen.classList.toggle("counter--over", left < 0);
    clearTimeout(wait);
    wait = setTimeout(() => (heard.textContent = seen.textContent), 1500);
  };
  box.addEventListener("input", tell);
  tell();
}
