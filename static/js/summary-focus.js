/* After a refused form the reader lands on the list of errors. */
document.querySelector("[data-summary]").focus();
