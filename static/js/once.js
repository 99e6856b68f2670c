/* A second press while the first is on its way does nothing; coming back to the page makes the button live again. */
for (const form of document.querySelectorAll("form[method=post]"))
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });
