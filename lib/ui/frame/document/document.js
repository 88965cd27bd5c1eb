// @ts-check
// What belongs to the document as a whole and not to a place on the page: its language, what is said
// when numbers have moved, and what Streamlit's own elements lack.

const FIXED = ".katex, code, [data-testid=stMetricValue], [data-testid=stTable]"; // in every language
const SCROLLING = "[data-testid=stCode] pre";
const shownOn = dom.onePerRoot(() => ({ page: "", settled: "" }));

function mend() {
  for (const node of document.querySelectorAll(FIXED)) node.setAttribute("translate", "no");
  for (const node of document.querySelectorAll(SCROLLING)) node.setAttribute("tabindex", "0");
}

/** The live region of the document, made once however often the page is drawn. */
function liveRegion() {
  if (window.backpropLive) return window.backpropLive;
  const live = dom.element("div", "backprop-live");
  dom.set(live, { role: "status", "aria-live": "polite" });
  document.body.append(live);
  bearTranslator();
  document.addEventListener("copy", copyFormulas);
  mend();
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
  return (window.backpropLive = live);
}

/** @param {Mounted<DocumentNow>} component */
export default function (component) {
  const { data: [{ language, skip, page, settled }] } = component;
  const known = shownOn(dom.rootOf(component, "document"));
  const live = liveRegion();
  document.documentElement.lang = language;
  const link = document.querySelector("[data-testid=stSkipToContent]"); // Streamlit's own, in English
  if (link) dom.write(link, skip);
  // a new page speaks for itself; on the same one it is a move that has come to rest
  if (known.page === page && known.settled !== settled) dom.write(live, settled);
  Object.assign(known, { page, settled });
}
