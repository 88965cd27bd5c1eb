// @ts-check
// Keeps the link to the numbers on the screen in the address bar.
// replaceState, so that Back leaves the page at once; not more often than a browser allows.

const WRITE_EVERY = 400; // ms; Safari refuses more than 100 in 30 s

// one for all address components of a tab: the last one told is right
const writer = (window.backpropAddress ??= { timer: null, last: 0, waiting: "" });
const known = dom.onePerRoot(() => ({ told: "" }));

function write() {
  writer.timer = null;
  writer.last = performance.now();
  const url = new URL(window.location.href);
  if (url.searchParams.get("s") === writer.waiting) return;
  url.searchParams.set("s", writer.waiting);
  window.history.replaceState(window.history.state, "", url);
  // a host that shows the app in a frame has an address bar of its own
  if (window.parent !== window) {
    const message = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: url.search };
    window.parent.postMessage(message, "*");
  }
}

/** @param {HTMLElement} root @param {AddressNow} now */
function apply(root, { link, page }) {
  const told = `${page} ${link}`;
  if (known(root).told === told) return; // drawn again for another reason: nothing new to say
  known(root).told = told;
  writer.waiting = link;
  if (writer.timer === null) {
    writer.timer = setTimeout(write, Math.max(0, writer.last + WRITE_EVERY - performance.now()));
  }
}

/** @param {Mounted<Following<AddressNow> | { now: AddressNow }>} component */
export default function (component) {
  const { data: [data], setStateValue } = component;
  const root = dom.rootOf(component, "address");
  if ("stamp" in data) {
    bus.send = (moves) => setStateValue("moves", moves);
    bus.join(root, data, (now) => apply(root, now));
    const run = data.stamp.join(" ");
    if (root.dataset.run !== run) bus.link = data.now.link; // else drawn again, nothing new
    root.dataset.run = run;
  } else {
    apply(root, data.now);
  }
}
