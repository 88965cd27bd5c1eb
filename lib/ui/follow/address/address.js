// @ts-check
// Keeps the link to the numbers on the screen in the address bar.
// replaceState, so that Back leaves the page at once; not more often than a browser allows.

const KEPT = "backprop-by-hand";
const WRITE_EVERY = 400; // ms; Safari refuses more than 100 in 30 s

// one for all address components of a tab: the last one told is right
const writer = (window.backpropAddress ??= { timer: null, last: 0, waiting: "", asked: "" });
const known = dom.onePerRoot(() => ({ told: "" }));

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

const TYPED = "textarea, input:not([type=range], [type=checkbox], [type=radio], [type=button])";

/** Whether a key goes into a text, which has an undo of its own; a slider has none.
 * @param {EventTarget} target */
const isTyped = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED));

/** The tab's own storage outlives a reload and a server; in some frames there is none.
 * @param {string | null} kept @param {string} epoch @param {(kept: string) => void} giveBack */
function keep(kept, epoch, giveBack) {
  try {
    const before = window.sessionStorage.getItem(KEPT);
    if (kept !== null) {
      if (kept !== before) window.sessionStorage.setItem(KEPT, kept);
    } else if (before && writer.asked !== epoch) {
      writer.asked = epoch;
      giveBack(before);
    }
  } catch {
    // a file keeps it as well
  }
}

if (!writer.listens) {
  writer.listens = true;
  window.addEventListener("keydown", (event) => {
    const { ctrlKey, metaKey, shiftKey, altKey, key } = event;
    if (!(ctrlKey || metaKey) || shiftKey || altKey || key.toLowerCase() !== "z") return;
    if (isTyped(event.composedPath()[0])) return;
    event.preventDefault();
    writer.undo?.();
  });
}

/** @param {Mounted<AddressData | { now: AddressNow }>} component */
export default function (component) {
  const { data: [data], setStateValue, setTriggerValue } = component;
  const root = dom.rootOf(component, "address");
  if ("stamp" in data) {
    writer.undo = () => setTriggerValue("undo", true);
    keep(data.kept, data.stamp[0], (kept) => setTriggerValue("kept", kept));
    bus.send = (moves) => setStateValue("moves", moves);
    if (!bus.join(root, data, (now) => apply(root, now))) return;
    const run = data.stamp.join(" ");
    if (root.dataset.run !== run) bus.link = data.now.link; // else drawn again, nothing new
    root.dataset.run = run;
  } else {
    apply(root, data.now);
  }
}
