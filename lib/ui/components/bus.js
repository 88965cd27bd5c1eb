// One line between the components of a page: what a slider's answer brings reaches all of them at
// once, without the page being run and drawn again. Every component's code begins with these lines;
// the first to run makes the bus.

const bus = (window.backpropBus ??= {
  epoch: "", // the server's session; a new one counts from 0 again
  serial: -1,
  views: {},
  joined: new Map(),
  moves: 0,
  wholePage: null, // sends a move that needs the whole page to run

  // What a component shows now: its own data, or what the bus brought later.
  join(key, [epoch, serial], payload, apply) {
    this.joined.set(key, apply);
    const later = this.epoch === epoch && this.serial > serial ? this.views[key] : undefined;
    apply(later ?? payload);
  },

  publish([epoch, serial], views) {
    if (epoch === this.epoch && serial <= this.serial) return; // drawn again, nothing new
    [this.epoch, this.serial, this.views] = [epoch, serial, views];
    for (const [key, payload] of Object.entries(views)) this.joined.get(key)?.(payload);
  },
});

