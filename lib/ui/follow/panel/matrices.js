// @ts-check
// Sliders in the shape of their matrices: those of the network in the sidebar, or one of a lesson.
// hand.js says when what they moved is asked about and sent; each matrix is one stop of the Tab key.

/** @typedef {GroupFrame & { first: number, message: HTMLElement, noteLine: HTMLElement, section: HTMLElement }} Group */
/** @typedef {CellFrame & { group: Group, faces: Face[] }} SliderCell the first face is that of its matrix */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

class Panel {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.hand = new Hand({
      numbers: () => this.refit(true),
      busy: (busy) => (busy ? root.setAttribute("aria-busy", "true") : root.removeAttribute("aria-busy")),
    });
    /** @type {SliderCell[]} */
    this.cells = [];
    /** @type {SliderWords} */
    this.words = { number: "", outOfRange: "", noRoom: "", refusals: {} };
    /** @type {SidebarWords | null} */
    this.sidebar = null; // its words, if it is that of the sidebar
    this.open = ""; // the key of the variable whose derivation is open
    this.serial = -1; // of the run that drew it last
    this.folded = false; // whether nothing on the page follows these sliders
    this.frame = "";
    /** @type {HTMLElement[]} */
    this.sections = [];
    /** @type {HTMLDetailsElement} */
    this.rest = dom.element("details", "rest");
    /** Of many numbers the one that is looked at has a slider. @type {Face | null} */
    this.lens = null;
  }

  /** Where it stands on the page, in px. */
  get top() {
    return this.root.getBoundingClientRect().top;
  }

  /** @param {PanelData} data */
  update(data) {
    const [epoch, serial] = data.stamp;
    this.hand.key = data.key;
    this.hand.whole = data.whole;
    this.serial = serial;
    const frame = JSON.stringify(data.frame);
    if (frame !== this.frame) {
      this.frame = frame;
      this.words = data.frame.words;
      this.sidebar = data.frame.sidebar;
      this.build(data.frame, data.folded);
      if (this.hand.values.length) this.refit();
    }
    if (data.folded !== this.folded) this.fold(data.folded);
    bus.join(this.root, data, (now) => {
      this.open = now.open;
      for (const { key, faces } of this.cells) faces[0].box.classList.toggle("open", key === now.open);
      this.hand.told(now, epoch);
    });
  }

  /** @param {PanelData["frame"]} frame @param {boolean} folded */
  build({ groups, one }, folded) {
    this.cells = [];
    this.lens = null; // it would be brought to a number while the groups are built
    this.root.classList.toggle("one", one);
    this.sections = groups.map((group) => this.buildGroup(group, one));
    if (one) this.bring(0);
    this.rest.replaceChildren(dom.element("summary", "", this.sidebar?.all ?? ""));
    this.rest.ontoggle = () => this.refit();
    this.root.replaceChildren(...this.sections, this.rest);
    if (this.sidebar) this.root.append(copyButton(this.sidebar));
    this.fold(folded);
  }

  /** Put the matrices away, where each can still be reached, or bring them back.
   * @param {boolean} folded */
  fold(folded) {
    this.folded = folded;
    this.rest.hidden = !folded;
    if (folded) this.rest.append(...this.sections);
    else this.root.prepend(...this.sections);
  }

  /** @param {GroupFrame} frame @param {boolean} one whether one matrix is open at a time */
  buildGroup(frame, one) {
    const section = one ? this.drawer() : dom.element("section", frame.beside ? "beside" : "");
    section.setAttribute("role", "group");
    section.setAttribute("aria-label", frame.title);
    const title = dom.element(one ? "summary" : "div", "group-title", frame.title);
    const matrix = dom.element("div", frame.columns > 4 ? "matrix close" : "matrix");
    matrix.style.gridTemplateColumns = `repeat(${frame.columns}, minmax(0, 1fr))`;
    const message = dom.element("p", "message");
    message.setAttribute("role", "alert");
    message.id = `refused-${this.hand.key}-${this.cells.length}`;
    const noteLine = dom.element("span", "", frame.note);
    const group = { ...frame, first: this.cells.length, message, noteLine, section };
    title.append(group.noteLine);
    for (const cell of frame.cells) matrix.append(this.buildCell(group, cell));
    if (this.sidebar && frame.cells.length > 1) {
      const keys = dom.element("span", "", this.sidebar.keys);
      keys.id = `keys-${message.id}`;
      keys.hidden = true;
      title.append(keys);
      title.title = this.sidebar.keys;
      section.setAttribute("aria-describedby", keys.id);
      this.lookAt(group.first);
    }
    section.append(title, matrix, message);
    return section;
  }

  /** A matrix that is put away while another is open. */
  drawer() {
    const drawer = dom.element("details", "drawer");
    drawer.setAttribute("name", `drawer-${this.hand.key}`);
    drawer.open = this.cells.length === 0;
    const first = this.cells.length;
    drawer.ontoggle = () => {
      if (drawer.open) this.bring(this.cells.findIndex((cell, k) => k >= first && cell.faces[0].number.tabIndex === 0));
      this.refit();
    };
    return drawer;
  }

  /** Give the slider to a number. @param {number} k */
  bring(k) {
    const lens = (this.lens ??= this.newLens());
    if (k < 0 || lens.k === k) return;
    if (lens.k >= 0) lens.cell.faces = lens.cell.faces.filter((face) => face !== lens);
    lens.bind(this, k);
    lens.cell.faces.push(lens);
    lens.cell.group.section.append(lens.box);
    lens.measure();
    if (this.hand.values.length) lens.show();
  }

  newLens() {
    const box = dom.element("div", "cell lens");
    const message = dom.element("p", "message");
    const lens = new Face(box, message, () => { message.textContent = lens.refused; }, () => lens.number.select(), 1);
    box.append(lens.head, lens.range, message);
    return lens;
  }

  /** @param {Group} group @param {CellFrame} cell */
  buildCell(group, cell) {
    const k = this.cells.length;
    const box = dom.element("div", "cell");
    box.dataset.lights = cell.key;
    const face = new Face(box, group.message, () => this.tell(group), () => this.goOn(k));
    this.cells.push({ ...cell, group, faces: [face] });
    face.bind(this, k);
    box.append(face.head, face.range);
    if (group.cells.length > 1) face.range.tabIndex = -1; // by Alt and ↓, or the pointer
    face.number.addEventListener("keydown", (event) => this.steer(event, k));
    face.range.onkeydown = ({ key }) => {
      if (key === "Enter" || key === "Escape") face.number.focus();
    };
    return box;
  }

  /** The arrows go through a matrix as long as a number is only looked at.
   * @param {KeyboardEvent} event @param {number} k */
  steer(event, k) {
    const { group, faces: [face] } = this.cells[k];
    const arrow = ARROWS[event.key];
    if (event.isComposing || !arrow || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey) {
      if (event.key !== "ArrowDown") return;
      face.range.focus();
    } else {
      if (!face.untouched || group.cells.length === 1) return;
      const { top, left } = cornerOf(k - group.first, group.columns);
      const row = Math.min(Math.max(top + arrow[0], 0), group.cells.length / group.columns - 1);
      const column = Math.min(Math.max(left + arrow[1], 0), group.columns - 1);
      this.cells[group.first + row * group.columns + column].faces[0].number.focus();
    }
    event.preventDefault();
  }

  /** Enter goes on to the next number. @param {number} k */
  goOn(k) {
    const { number } = (this.cells[k + 1] ?? this.cells[k]).faces[0];
    number.focus();
    number.select();
  }

  /** A number is looked at, or none (−1): the Tab key comes back to it, and where its field shows a
   * rounding, all its digits stand above its matrix. @param {number} k */
  lookAt(k) {
    for (const group of new Set(this.cells.map((cell) => cell.group))) group.noteLine.textContent = group.note;
    if (k < 0) return;
    if (this.lens) this.bring(k);
    const { group, faces: [{ number }], spoken } = this.cells[k];
    if (number.value !== number.title && number.title) group.noteLine.textContent = `${spoken} = ${number.title}`;
    for (const cell of this.cells) {
      if (cell.group === group) cell.faces[0].number.tabIndex = cell === this.cells[k] ? 0 : -1;
    }
  }

  /** Write every number as its field has room now; over what is being typed, if it is another number.
   * @param {boolean} [another] */
  refit(another) {
    const faces = this.cells.flatMap((cell) => cell.faces);
    for (const face of faces) face.measure();
    for (const face of faces) if (another || !face.edited) face.show();
  }

  /** Say of each number of a matrix why it was refused. @param {Group} group */
  tell(group) {
    const ours = this.cells.filter((cell) => cell.group === group && cell.faces[0].refused);
    group.message.textContent = ours.map((cell) => cell.faces[0].refused).join("\n");
  }

  /** Why a number is too small or too large for a matrix, or "". @param {Group} group @param {number} value */
  outside({ hardLow, hardHigh }, value) {
    if (value >= hardLow && value <= hardHigh) return "";
    return filled(this.words.outOfRange, { low: written(hardLow), high: written(hardHigh) });
  }

  /** A thumb moves. One that left the steps of its slider (a trained weight, say) comes back to them.
   * @param {number} k @param {number} value */
  slide(k, value) {
    const { group, faces: [{ range }] } = this.cells[k];
    const back = range.step === "any" ? Math.round(value / group.step) * group.step : value;
    this.set([[k, Number(back.toPrecision(12))]]);
  }

  /** One step of a number up (1) or down (−1), as far as may be typed. @param {number} k @param {number} way */
  step(k, way) {
    const { step, hardLow, hardHigh } = this.cells[k].group;
    const at = this.hand.values[k] / step;
    const steps = way > 0 ? Math.floor(at + 1e-9) + 1 : Math.ceil(at - 1e-9) - 1;
    const value = Number((steps * step).toPrecision(12));
    this.set([[k, Math.min(hardHigh, Math.max(hardLow, value))]]);
  }

  /** The hand sets numbers, all at once. @param {[number, number][]} changes each place with its number */
  set(changes) {
    const values = [...this.hand.values];
    for (const [k, value] of changes) values[k] = value;
    this.hand.move(values);
    for (const [k] of changes) for (const face of this.cells[k].faces) face.show();
  }

  /** Take pasted numbers from a face's cell on, or say why not and take none; false if the text is to
   * be pasted into the field like any other. @param {Face} face @param {string} text */
  paste(face, text) {
    const { group, spoken } = face.cell;
    const shape = { height: group.cells.length / group.columns, width: group.columns };
    const read = readPasted(text, shape, face.k - group.first);
    if (!read) return false;
    const { changes, refusal, noRoom } = read;
    const wrong = changes?.find(([, value]) => this.outside(group, value));
    face.show(); // what was being typed gives way
    if (refusal) face.refuse(`${spoken}: ${this.words.refusals[refusal]}`);
    if (noRoom) face.refuse(filled(this.words.noRoom, { place: spoken, ...noRoom, ...shape }));
    if (wrong) {
      const place = this.cells[group.first + wrong[0]].spoken;
      face.refuse(`${place} = ${written(wrong[1])}: ${this.outside(group, wrong[1])}`);
    } else if (changes) {
      this.set(changes.map(([place, value]) => [group.first + place, value]));
    }
    face.number.select();
    return true;
  }
}

/** A sentence with its numbers. @param {string} sentence @param {Record<string, string | number>} numbers */
function filled(sentence, numbers) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(numbers[name]));
}
