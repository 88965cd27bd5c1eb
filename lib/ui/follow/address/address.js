// Keeps the link to the numbers on the screen in the address bar.
// replaceState, so that Back leaves the page at once; not more often than a browser allows.

const KEPT = "backprop-by-hand";
const WRITE_EVERY = 400; // ms; Safari refuses more than 100 in 30 s

// one for all address components of a tab: the last one told is right
const writer = (window.backpropAddress ??= { timer: null, last: 0, waiting: null, undo: null });
const known = new WeakMap();

function write() {
  writer.timer = null;
  writer.last = performance.now();
  const url = new URL(window.location.href);
  if (url.searchParams.get("s") === writer.waiting && !url.searchParams.has("seed")) return;
  url.searchParams.set("s", writer.waiting);
  url.searchParams.delete("seed"); // a draw is done once: the link holds what has become of it
  window.history.replaceState(window.history.state, "", url);
  // a host that shows the app in a frame has an address bar of its own
  if (window.parent !== window) {
    const message = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: url.search };
    window.parent.postMessage(message, "*");
  }
}

function apply(root, { link, page }) {
  const told = `${page} ${link}`;
  if (known.get(root) === told) return; // drawn again for another reason: nothing new to say
  known.set(root, told);
  writer.waiting = link;
  if (writer.timer === null) {
    writer.timer = setTimeout(write, Math.max(0, writer.last + WRITE_EVERY - performance.now()));
  }
}

// A field where text is typed has an undo of its own; a slider has none.
function isTyped(target) {
  if (target.isContentEditable) return true;
  return target.matches?.("textarea, input:not([type=range], [type=checkbox], [type=radio], [type=button])");
}

// The tab's own storage outlives a reload and a server; in some frames there is none.
function keep(kept, epoch, giveBack) {
  try {
    if (kept !== null) {
      window.sessionStorage.setItem(KEPT, kept);
    } else if (writer.asked !== epoch && window.sessionStorage.getItem(KEPT)) {
      writer.asked = epoch;
      giveBack(window.sessionStorage.getItem(KEPT));
    }
  } catch {
    // a file keeps it as well
  }
}

if (!writer.listens) {
  writer.listens = true;
  window.addEventListener("keydown", (event) => {
    const undoes = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
    if (!undoes || isTyped(event.composedPath()[0])) return;
    event.preventDefault();
    writer.undo?.();
  });
}

export default function (component) {
  const { data: [data], parentElement, setStateValue, setTriggerValue } = component;
  const root = parentElement.querySelector(".address");
  if (data.stamp) {
    writer.undo = () => setTriggerValue("undo", true);
    bus.send = (moves) => setStateValue("moves", moves);
    keep(data.kept, data.stamp[0], (kept) => setTriggerValue("kept", kept));
    bus.begin(data.stamp, data.now.link);
    bus.join(root, data, (now) => apply(root, now));
  } else {
    apply(root, data.now);
  }
}
