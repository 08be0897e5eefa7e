// look is what the test asks about a page in the browser.
function look() {
  for (const d of document.querySelectorAll("details")) d.open = true;
  const style = (selector, name) => {
    const e = document.querySelector(selector);
    return e ? getComputedStyle(e)[name] : "";
  };
  return {
    Width: document.documentElement.scrollWidth,
    Scrolling: [...document.querySelectorAll("pre, .wide, .formula")].filter(e => e.scrollWidth > e.clientWidth + 1).length,
    Fetched: performance.getEntriesByType("resource").map(e => e.name).filter(n => !/^(file|data):/.test(n)),
    Paper: style("html", "backgroundColor"),
    Mat: style("img", "backgroundColor"),
    Padding: style("img", "padding"),
    Live: document.querySelectorAll("[data-started]").length,
  };
}

// onPaper has the page look as it is printed.
function onPaper(css) {
  const sheet = document.createElement("style");
  sheet.textContent = css.replaceAll("@media print {", "@media all {");
  document.head.append(sheet);
  for (const d of document.querySelectorAll("details")) d.open = false;
  const style = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  return [style("header", "display"), style("footer", "display"), style("details", "display"),
    style("pre", "whiteSpaceCollapse") + " " + style("pre", "textWrapMode"), style("img", "breakInside"), style(".highlight", "backgroundColor")].join(", ");
}

// focused is the element that the keyboard is at, and how one sees it.
function focused() {
  const e = document.activeElement;
  return e.tagName + " " + getComputedStyle(e).outlineStyle;
}
