// The sliders of the network, in the shape of their matrices.
// The server sends new values only with a new revision, so a reply never moves a thumb in the hand.
// While a hand moves, the numbers of the page come from a question to the server; when it rests, the
// session takes the move by a run of the page.

const MINUS = "\u2212";
const SEND_EVERY = 60; // ms between two runs of a page while a thumb is dragged
const panels = new WeakMap();

const written = (value) => String(Number(value.toPrecision(12))).replace("-", MINUS);

// A typed number: a real minus and a decimal comma are fine, anything else is not a number.
function typed(text) {
  const plain = text.trim().replaceAll(MINUS, "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : NaN;
}

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function symbol(base, subscript) {
  const name = element("span", "name", base);
  if (subscript) name.append(element("sub", /\d/.test(subscript) ? "" : "letter", subscript));
  return name;
}

const ANSWER_WITHIN = 4000; // ms; a move that no run has taken by then is sent again
const REST = 200; // ms after which a hand rests

class Panel {
  constructor(root) {
    this.root = root;
    this.revision = null;
    this.epoch = null;
    this.values = [];
    this.cells = [];
    this.timer = null;
    this.lastSent = 0;
    this.pending = false; // the hand did something that no run has taken yet
    this.sent = 0; // the place of the last move among all moves; 0 if none is on its way
    this.asking = false;
    this.again = false; // the hand moved on while a question was asked
  }

  update(data) {
    this.key = data.key;
    this.whole = data.whole;
    const frame = JSON.stringify(data.frame);
    if (frame !== this.frame) {
      this.frame = frame;
      this.data = data.frame;
      this.build();
      if (this.pending) this.cells.forEach((cell, k) => this.show(k));
      else this.revision = null;
    }
    const [epoch] = data.stamp;
    bus.join(this.root, data, (now) => this.apply(now, epoch));
  }

  apply(now, epoch) {
    this.cells.forEach((cell) => cell.box.classList.toggle("open", cell.key === now.open));
    const newServer = this.epoch !== null && this.epoch !== epoch;
    this.epoch = epoch;
    if (newServer && this.pending) {
      // the server that should have taken the move is gone: make it again
      this.revision = now.revision;
      if (this.sent) this.post();
    } else if (now.revision !== this.revision) {
      clearTimeout(this.timer);
      this.timer = null;
      this.revision = now.revision;
      this.values = [...now.values];
      this.cells.forEach((cell, k) => this.show(k));
      this.answered();
    } else if (this.sent && now.heard >= this.sent && this.timer === null && !this.asking) {
      this.answered();
    }
  }

  answered() {
    clearTimeout(this.late);
    this.sent = 0;
    this.pending = false;
    this.root.removeAttribute("aria-busy");
  }

  build() {
    this.root.replaceChildren();
    this.cells = [];
    for (const group of this.data.groups) {
      const section = element("section");
      section.setAttribute("role", "group");
      section.setAttribute("aria-label", group.title);
      const title = element("div", "group-title", group.title);
      title.append(element("span", "", group.note));
      const matrix = element("div", "matrix");
      matrix.style.gridTemplateColumns = `repeat(${group.columns}, minmax(0, 1fr))`;
      for (const cell of group.cells) matrix.append(this.buildCell(group, cell));
      const message = element("p", "message");
      message.setAttribute("role", "alert");
      message.id = `refused-${this.key}-${this.root.childElementCount}`;
      section.append(title, matrix, message);
      this.root.append(section);
      for (const cell of this.cells) cell.message ??= message;
    }
    if (!this.data.words.copy) return;
    const share = element("div", "share");
    const copy = element("button", "", this.data.words.copy);
    copy.type = "button";
    copy.onclick = () => this.copyLink(copy);
    share.append(copy);
    this.root.append(share);
  }

  buildCell(group, cell) {
    const k = this.cells.length;
    const box = element("div", "cell");
    box.dataset.lights = cell.key;
    const head = element("div", "head");
    const number = element("input", "number");
    number.type = "text";
    number.inputMode = "text";
    number.autocomplete = "off";
    number.spellcheck = false;
    number.setAttribute("aria-label", `${cell.spoken}: ${this.data.words.number}`);
    const range = element("input");
    range.type = "range";
    range.step = group.step;
    range.setAttribute("aria-label", cell.spoken);
    head.append(symbol(cell.base, cell.subscript), number);
    box.append(head, range);
    range.oninput = () => this.move(k, Number(range.value));
    number.onfocus = () => number.select();
    number.oninput = () => { this.cells[k].edited = true; };
    number.onchange = () => this.type(k);
    number.onkeydown = (event) => {
      if (event.isComposing) return; // this Enter belongs to the input method
      if (event.key === "Enter") this.enter(k);
      if (event.key === "Escape") this.show(k);
    };
    this.cells.push({ box, number, range, group, key: cell.key, spoken: cell.spoken, refused: "", edited: false });
    return box;
  }

  show(k) {
    const { box, number, range, group } = this.cells[k];
    const value = this.values[k];
    this.cells[k].edited = false;
    this.refuse(k, "");
    range.min = Math.min(group.low, value);
    range.max = Math.max(group.high, value);
    range.step = Number.isInteger(Math.round((value - range.min) / group.step * 1e9) / 1e9) ? group.step : "any";
    range.value = value;
    const text = written(value);
    number.value = text.length > 7 ? written(Number(value.toPrecision(4))) : text;
    number.title = text;
    const strength = Math.min(1, Math.abs(value) / Math.max(Math.abs(group.low), group.high));
    box.style.setProperty("--tint", value < 0 ? "var(--negative)" : "var(--positive)");
    box.style.setProperty("--strength", `${Math.round(32 * strength)}%`);
  }

  move(k, value) {
    // a thumb that left the steps of its slider (a trained weight, say) comes back to them
    const { range, group } = this.cells[k];
    if (range.step === "any") value = Number((Math.round(value / group.step) * group.step).toPrecision(12));
    this.values[k] = value;
    this.show(k);
    this.sendSoon();
  }

  // Enter takes the number and goes on to the next; one that is refused is there to be written over.
  enter(k) {
    this.type(k);
    const { number, refused } = this.cells[k];
    const next = refused ? number : (this.cells[k + 1]?.number ?? number);
    next.focus();
    next.select();
  }

  // Why the text in a field is no number for it: marked there until it is mended; "" unmarks it.
  refuse(k, why) {
    const { box, number, message, spoken } = this.cells[k];
    if (!why && !this.cells[k].refused) return;
    this.cells[k].refused = why && `${spoken}: ${why}`;
    box.classList.toggle("refused", Boolean(why));
    if (why) {
      number.setAttribute("aria-invalid", "true");
      number.setAttribute("aria-describedby", message.id);
    } else {
      number.removeAttribute("aria-invalid");
      number.removeAttribute("aria-describedby");
    }
    const ours = this.cells.filter((cell) => cell.message === message && cell.refused);
    message.textContent = ours.map((cell) => cell.refused).join("\n");
  }

  type(k) {
    const { number, group } = this.cells[k];
    if (!this.cells[k].edited) return; // what a field shows is a rounding; typed, the same text is an entry
    const value = typed(number.value);
    const low = group.hardLow;
    const high = group.hardHigh;
    if (!(value >= low && value <= high)) {
      const words = Number.isNaN(value) ? this.data.words.notNumber : this.data.words.outOfRange;
      this.refuse(k, words.replace("{low}", written(low)).replace("{high}", written(high)));
      return;
    }
    this.values[k] = value;
    this.show(k);
    this.sendSoon();
  }

  sendSoon() {
    this.pending = true;
    this.root.setAttribute("aria-busy", "true"); // until the page has taken what the hand did
    if (!this.whole && !bus.mute) {
      this.ask();
    } else if (this.timer === null) {
      const wait = Math.max(0, this.lastSent + SEND_EVERY - performance.now());
      if (wait === 0) this.post();
      else this.timer = setTimeout(() => this.post(), wait);
    }
  }

  // One question at a time: the hand sets how many, the server how fast.
  async ask() {
    clearTimeout(this.timer);
    this.timer = null;
    this.again = this.asking;
    if (this.asking) return;
    this.asking = true;
    const { link } = bus;
    let seen = false;
    try {
      const answer = await fetch(bus.address("_backprop/numbers"), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ link, key: this.key, values: this.values, parts: bus.keys }),
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      // a host that keeps this path to itself says 404, or 405: do not ask again
      bus.mute = answer.status === 404 || answer.status === 405;
      if (!answer.ok) throw new Error(answer.statusText);
      const told = await answer.json();
      if (!this.pending) return; // other numbers came meanwhile
      if (link === bus.link) {
        bus.preview(told.link, told.parts);
        seen = true;
      } else {
        this.again = true; // another hand was quicker: ask about both
      }
    } catch {
      this.again = false; // the session's own answer will bring the numbers
    } finally {
      this.asking = false;
    }
    if (this.again) this.ask();
    else this.timer = setTimeout(() => this.post(), seen ? REST : 0);
  }

  post() {
    clearTimeout(this.timer);
    this.timer = null;
    if (!this.whole && bus.running) {
      this.timer = setTimeout(() => this.post(), 40);
      return;
    }
    this.lastSent = performance.now();
    const { key, epoch, revision } = this;
    this.sent = bus.post({ key, epoch, revision, values: [...this.values] });
    clearTimeout(this.late);
    this.late = setTimeout(() => this.post(), ANSWER_WITHIN);
  }

  async copyLink(button) {
    const here = new URL(window.location.href);
    here.searchParams.set("s", bus.link);
    const url = here.href;
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // an insecure origin has no clipboard: the older way still works
      const field = element("textarea", "", url);
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.textContent = this.data.words.copied;
    setTimeout(() => { button.textContent = this.data.words.copy; }, 2000);
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".panel");
  if (!panels.has(root)) panels.set(root, new Panel(root));
  panels.get(root).update(component.data[0]);
}
