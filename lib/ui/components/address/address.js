// Keeps the link to the numbers on the screen in the address bar.
// replaceState, so that Back leaves the page at once; not more often than a browser allows.

const WRITE_EVERY = 400; // ms; Safari refuses more than 100 in 30 s
const known = new WeakMap();
let timer = null;
let lastWritten = 0;
let waiting = null;

function write() {
  timer = null;
  lastWritten = performance.now();
  const url = new URL(window.location.href);
  if (url.searchParams.get("s") === waiting) return;
  url.searchParams.set("s", waiting);
  window.history.replaceState(window.history.state, "", url);
  // a host that shows the app in a frame has an address bar of its own
  if (window.parent !== window) {
    const message = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: url.search };
    window.parent.postMessage(message, "*");
  }
}

export default function (component) {
  const { data: [data], parentElement } = component;
  const root = parentElement.querySelector(".address");
  const told = `${data.page} ${data.link}`;
  if (known.get(root) === told) return; // drawn again for another reason: nothing new to say
  known.set(root, told);
  waiting = data.link;
  if (timer === null) {
    timer = setTimeout(write, Math.max(0, lastWritten + WRITE_EVERY - performance.now()));
  }
}
