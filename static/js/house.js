/* Small comforts; every page works without them. Each module looks for its own marks and does nothing otherwise. */
const modules = {
  "[data-summary]": "./summary-focus.js",
  "[data-copy]": "./copy.js",
  "[maxlength][data-counter], [data-counter]": "./counter.js",
  "[data-print-now], :root[data-print]": "./print.js",
  "details": "./details.js",
  "[data-algorithm]": "./algorithm.js",
  "form[method=post]": "./once.js",
};
for (const [mark, path] of Object.entries(modules)) if (document.querySelector(mark)) import(path);
