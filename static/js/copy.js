/* Show copy buttons where copying works. */
if (navigator.clipboard)
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = button.querySelector("span"), usual = words.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      words.textContent = button.dataset.done;
      setTimeout(() => (words.textContent = usual), 3000);
    });
  }
