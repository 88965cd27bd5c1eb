// One line between the components of a page: what a slider's answer brings reaches all of them at
// once, without the page being run and drawn again. Every component's code begins with these lines;
// the first to run makes the bus.

const SETTLES = 250; // ms within which a click has told Streamlit what it is about

const bus = (window.backpropBus ??= {
  epoch: "", // the server's session; a new one counts from 0 again
  serial: -1, // of the newest run
  link: "", // to the numbers on the screen
  told: new Map(), // by key: what a component was told last, and how new that is
  joined: new Map(), // by key: the element of a component, and how it shows what it is told
  moves: 0,
  pending: new Map(), // by key of the sliders: the last move
  send: null, // runs the page with these moves
  mute: false, // no question gets through to this server
  clicked: -Infinity, // when another page was last asked for, perhaps

  // Whether the server runs the page, or is about to: a run that is asked for while another page is
  // on its way would be one of the page before.
  get running() {
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
    const busy = state !== undefined && state !== "notRunning";
    return busy || performance.now() - this.clicked < SETTLES;
  },

  // An address of the server, from a page of any depth.
  address(path) {
    return document.querySelector('script[src*="static/js/"]').src.replace(/static\/js\/.*$/, path);
  },

  // What a component shows now: its own data, or what the bus brought later.
  join(root, { key, stamp: [epoch, serial], now }, apply) {
    this.joined.set(key, { root, apply });
    const last = this.told.get(key);
    apply(last && last.epoch === epoch && last.serial > serial ? last.payload : now);
  },

  // Light up every place of a number on the page, or none: what shows it names it in data-lights.
  light(key) {
    for (const { root } of this.joined.values()) {
      for (const node of root.querySelectorAll("[data-lights]")) {
        node.classList.toggle("pointed", node.dataset.lights === key);
      }
    }
  },

  // The components that are on the page.
  get keys() {
    return [...this.joined].filter(([, { root }]) => root.isConnected).map(([key]) => key);
  },

  // Go to another page of the app in this tab, as its menu does, with the numbers on the screen.
  visit(href) {
    const url = new URL(href);
    url.searchParams.set("s", this.link);
    window.history.pushState({}, "", url);
    window.dispatchEvent(new PopStateEvent("popstate"));
  },

  // A run of the server has begun to draw.
  begin([epoch, serial], link) {
    if (epoch === this.epoch && serial <= this.serial) return; // drawn again, nothing new
    Object.assign(this, { epoch, serial, link });
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
  const note = (event) => {
    const ours = event.composedPath().some((node) => node.classList?.contains("panel"));
    if (!ours) bus.clicked = performance.now();
  };
  document.addEventListener("click", note, true);
  // on a phone the menu lies over the page that was asked for
  document.addEventListener("click", (event) => {
    const narrow = window.matchMedia("(max-width: 768px)").matches;
    if (!narrow || !event.target.closest?.("[data-testid=stSidebarNavLink], [data-testid=stTopNavLink]")) return;
    document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  });
  window.addEventListener("popstate", note, true);
  // a badge leads to its equation within this tab, so that Back returns and nothing is lost
  document.addEventListener("click", (event) => {
    const badge = event.composedPath().find((node) => node.matches?.('a[href*="notes#n"]'));
    if (!badge || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    bus.visit(badge.href);
  }, true);
}

