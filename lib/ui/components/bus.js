// One line between the components of a page: what a slider's answer brings reaches all of them at
// once, without the page being run and drawn again. Every component's code begins with these lines;
// the first to run makes the bus.

const SETTLES = 250; // ms within which a click has told Streamlit what it is about

const bus = (window.backpropBus ??= {
  epoch: "", // the server's session; a new one counts from 0 again
  serial: -1, // of the newest run that was published
  newest: -1, // the newest run that drew anything
  link: "", // to the numbers on the screen
  told: new Map(), // by key: what a component was told last, and how new that is
  joined: new Map(), // by key: the element of a component, and how it shows what it is told
  moves: 0,
  wholePage: null, // sends a move that needs the whole page to run
  mute: false, // no question gets through to this server
  clicked: -Infinity, // when another page was last asked for, perhaps

  // Whether the server runs the page or a part of it, or is about to: a fragment that is asked for
  // while another page is on its way leaves that page blank.
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
    this.newest = epoch === this.epoch ? Math.max(this.newest, serial) : serial;
    const last = this.told.get(key);
    apply(last && last.epoch === epoch && last.serial > serial ? last.payload : now);
  },

  // The components that are on the page.
  get keys() {
    return [...this.joined].filter(([, { root }]) => root.isConnected).map(([key]) => key);
  },

  // What a run of the server brought; false if it was known.
  publish([epoch, serial], link, views) {
    if (epoch === this.epoch && serial <= this.serial) return; // drawn again, nothing new
    this.newest = epoch === this.epoch ? Math.max(this.newest, serial) : serial;
    Object.assign(this, { epoch, serial, link });
    this.tell(views, serial);
  },

  // What a hand on a slider shows before a run takes its move: newer than every run up to now. The
  // address bar waits for that run, to which a link it did not write is one from outside.
  preview(link, views) {
    this.link = link;
    this.tell(views, this.serial + 0.5);
  },

  tell(views, serial) {
    for (const [key, payload] of Object.entries(views)) {
      this.told.set(key, { epoch: this.epoch, serial, payload });
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
  window.addEventListener("popstate", note, true);
}

