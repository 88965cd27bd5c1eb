// The sliders of the network, in the shape of their matrices.
// The server sends new values only with a new revision, so a reply never moves a thumb in the hand.
// A move runs this component's fragment alone, whose answer holds what the page's other parts show.

const MINUS = "\u2212";
const SEND_EVERY = 60; // ms between two messages while a thumb is dragged
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

const ANSWER_WITHIN = 4000; // ms; a move without an answer is sent once more, by another way
const REST = 250; // ms after which a hand rests

class Panel {
  constructor(root) {
    this.root = root;
    this.revision = null;
    this.epoch = null;
    this.values = [];
    this.cells = [];
    this.timer = null;
    this.lastSent = 0;
    this.sent = 0; // the last move's place among all moves; 0 if every move was answered
  }

  update(data, send) {
    this.send = send;
    this.whole = data.whole;
    this.rest = data.rest;
    const frame = JSON.stringify(data.frame);
    if (frame !== this.frame) {
      this.frame = frame;
      this.data = data.frame;
      this.build();
      this.revision = null;
    }
    bus.join(data.now.key, data.stamp, data.now, (now) => this.apply(now, data.stamp[0]));
    bus.publish(data.stamp, data.parts);
  }

  apply(now, epoch) {
    this.key = now.key;
    this.link = now.link;
    this.cells.forEach((cell) => cell.box.classList.toggle("open", cell.key === now.open));
    const sameServer = this.epoch === null || this.epoch === epoch;
    this.epoch = epoch;
    if (!sameServer && this.sent) {
      // the server that should have answered is gone: make the move again
      this.revision = now.revision;
      this.post();
      return;
    }
    if (now.revision !== this.revision) {
      clearTimeout(this.timer);
      this.timer = null;
      this.revision = now.revision;
      this.values = [...now.values];
      this.cells.forEach((cell, k) => this.show(k));
      this.message.textContent = "";
      this.answered();
    } else if (now.heard >= this.sent && this.timer === null) {
      this.answered();
    }
  }

  answered() {
    clearTimeout(this.late);
    this.sent = 0;
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
      section.append(title, matrix);
      this.root.append(section);
    }
    this.message = element("p", "message");
    this.message.setAttribute("role", "alert");
    this.root.append(this.message);
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
    number.onchange = () => this.type(k);
    number.onkeydown = (event) => {
      if (event.key === "Enter") this.type(k);
      if (event.key === "Escape") this.show(k);
    };
    this.cells.push({ box, number, range, group, key: cell.key });
    return box;
  }

  show(k) {
    const { box, number, range, group } = this.cells[k];
    const value = this.values[k];
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
    this.message.textContent = "";
    this.show(k);
    this.sendSoon();
  }

  type(k) {
    const { number, group } = this.cells[k];
    if (number.value === number.title || number.value === written(Number(this.values[k].toPrecision(4)))) return;
    const value = typed(number.value);
    const low = group.hardLow;
    const high = group.hardHigh;
    if (!(value >= low && value <= high)) {
      const words = Number.isNaN(value) ? this.data.words.notNumber : this.data.words.outOfRange;
      this.message.textContent = words.replace("{low}", written(low)).replace("{high}", written(high));
      this.show(k);
      return;
    }
    this.values[k] = value;
    this.message.textContent = "";
    this.show(k);
    this.sendSoon();
  }

  sendSoon() {
    this.root.setAttribute("aria-busy", "true"); // until the numbers of the page are those of the hand
    if (this.timer !== null) return;
    const wait = Math.max(0, this.lastSent + SEND_EVERY - performance.now());
    if (wait === 0) this.post();
    else this.timer = setTimeout(() => this.post(), wait);
  }

  post(whole = this.whole) {
    clearTimeout(this.timer);
    this.timer = null;
    this.lastSent = performance.now();
    this.sent = bus.moves += 1;
    const move = { epoch: this.epoch, revision: this.revision, count: this.sent, values: [...this.values] };
    if (whole) this.postToAll(move);
    else this.send("moved", move);
    clearTimeout(this.late);
    this.late = setTimeout(() => this.post(true), ANSWER_WITHIN);
    clearTimeout(this.resting);
    if (this.rest && !whole) this.resting = setTimeout(() => this.postToAll(move), REST);
  }

  // The whole page runs, whatever this component's fragment may do.
  postToAll(move) {
    bus.wholePage?.({ key: this.key, ...move });
  }

  async copyLink(button) {
    const address = new URL(window.location.href);
    address.searchParams.set("s", this.link);
    const url = address.href;
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
  panels.get(root).update(component.data[0], component.setStateValue);
}
