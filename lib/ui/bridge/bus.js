// @ts-check
// One line between the components of a page: what a slider's answer brings reaches all of them at
// once, without the page being run and drawn again. Every component's code begins with these lines;
// the first to run makes the bus.

const SETTLES = 250; // ms within which a click has told Streamlit what it is about

/** @type {Bus} */
const bus = (window.backpropBus ??= {
  epoch: "", // the server's session; a new one counts from 0 again
  serial: -1, // of the newest run
  link: "", // to the numbers on the screen
  told: new Map(), // by key: what a component was told last, and how new that is
  joined: new Map(), // by key: the element of a component, how it shows what it is told, and its run
  moves: 0,
  pending: new Map(), // by key of the sliders: the last move
  send: null, // runs the page with these moves
  mute: false, // no question gets through to this server
  clicked: -Infinity, // when another page was last asked for, perhaps

  // Whether the server runs the page, or is about to: a run that is asked for while another page is
  // on its way would be one of the page before.
  get running() {
    const app = document.querySelector("[data-testid=stApp]");
    const state = app?.getAttribute("data-test-script-state") ?? "notRunning";
    const busy = state !== "notRunning";
    return busy || performance.now() - this.clicked < SETTLES;
  },

  // An address of the server, from a page of any depth.
  address(path) {
    const script = document.querySelector('script[src*="static/js/"]');
    return (script instanceof HTMLScriptElement ? script.src : "").replace(/static\/js\/.*$/, path);
  },

  // What a component shows now: its own data, or what the bus brought later. False, and nothing, for data
  // of an earlier run than it has shown: its program is loaded while runs follow one another.
  join(root, { key, stamp: [epoch, serial], now }, apply) {
    if (epoch !== this.epoch || serial > this.serial) Object.assign(this, { epoch, serial });
    const known = this.joined.get(key);
    if (known?.root === root && known.epoch === epoch && serial < known.serial) return false;
    this.joined.set(key, { root, apply, epoch, serial });
    const last = this.told.get(key);
    apply(last && last.epoch === epoch && last.serial > serial ? last.payload : now);
    return true;
  },

  // What of the page a moving hand is to bring: not what nobody looks into.
  get keys() {
    const asked = (/** @type {Element} */ root) => root.isConnected && !root.hasAttribute("data-idle");
    return [...this.joined].filter(([, { root }]) => asked(root)).map(([key]) => key);
  },

  // Light up every place of a number on the page, or none: what shows it names it in data-lights.
  light(key) {
    for (const { root } of this.joined.values()) {
      for (const node of root.querySelectorAll("[data-lights]")) {
        node.classList.toggle("pointed", node.getAttribute("data-lights") === key);
      }
    }
  },

  // Go to another page of the app in this tab, as its menu does, with the numbers on the screen.
  visit(href) {
    const url = new URL(href);
    url.searchParams.set("s", this.link);
    window.history.pushState({}, "", url);
    window.dispatchEvent(new PopStateEvent("popstate"));
  },

  // Whether every component on the page shows what the newest run drew, or something newer.
  get drawn() {
    return [...this.joined.values()].every(({ root, serial }) => !root.isConnected || serial >= this.serial);
  },

  // Let the session take a move; of each slider's component the last one counts.
  post(move) {
    this.moves += 1;
    this.pending.set(move.key, { ...move, count: this.moves });
    this.send?.([...this.pending.values()]);
    return this.moves;
  },

  // What a hand on a slider shows before a run takes its move: newer than every run up to now. The
  // address bar waits for that run, to which a link it did not write is one from outside.
  preview(link, views) {
    this.link = link;
    for (const [key, payload] of Object.entries(views)) {
      this.told.set(key, { epoch: this.epoch, serial: this.serial + 0.5, payload });
      this.joined.get(key)?.apply(payload);
    }
  },
});

if (!bus.listens) {
  bus.listens = true;
  /** @param {Event} event */
  const note = (event) => {
    const isOurs = (/** @type {EventTarget} */ node) => node instanceof Element && node.matches(".panel, .foot-bar");
    const ours = event.composedPath().some(isOurs);
    if (!ours) bus.clicked = performance.now();
  };
  document.addEventListener("click", note, true);
  // on a phone the menu lies over the page that was asked for
  document.addEventListener("click", (event) => {
    const narrow = window.matchMedia("(max-width: 768px)").matches;
    const link = "[data-testid=stSidebarNavLink], [data-testid=stTopNavLink]";
    if (!narrow || !(event.target instanceof Element && event.target.closest(link))) return;
    const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
    if (close instanceof HTMLElement) close.click();
  });
  window.addEventListener("popstate", note, true);
  // a badge leads to its equation within this tab, so that Back returns and nothing is lost
  document.addEventListener("click", (event) => {
    const isBadge = (/** @type {EventTarget} */ node) => node instanceof Element && node.matches('a[href*="notes#n"]');
    const badge = event.composedPath().find(isBadge);
    if (!(badge instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    bus.visit(badge.href);
  }, true);
}

