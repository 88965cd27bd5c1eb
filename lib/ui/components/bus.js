// One line between the components of a page: what a slider's answer brings reaches all of them at
// once, without the page being run and drawn again. Every component's code begins with these lines;
// the first to run makes the bus.

const bus = (window.backpropBus ??= {
  epoch: "", // the server's session; a new one counts from 0 again
  serial: -1,
  link: "", // to the numbers on the screen
  told: new Map(), // by key: what a component was told last, and how new that is
  joined: new Map(), // by key: the element of a component, and how it shows what it is told
  moves: 0,
  wholePage: null, // sends a move that needs the whole page to run
  mute: false, // no question gets through to this server

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

  // The components that are on the page.
  get keys() {
    return [...this.joined].filter(([, { root }]) => root.isConnected).map(([key]) => key);
  },

  // What a run of the server brought; false if it was known.
  publish([epoch, serial], link, views) {
    if (epoch === this.epoch && serial <= this.serial) return; // drawn again, nothing new
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

