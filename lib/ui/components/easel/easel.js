// @ts-check
// An image to paint with the mouse, a finger or the keyboard: drag, or Space on a focused pixel.
// Arrow keys move from pixel to pixel.

/** The pixel that an arrow key leads to from pixel n; at an edge it stays.
 * @param {number} n @param {string} key @param {number} rows @param {number} columns */
function beside(n, key, rows, columns) {
  const [row, column] = [Math.floor(n / columns), n % columns];
  if (key === "ArrowLeft") return column > 0 ? n - 1 : n;
  if (key === "ArrowRight") return column < columns - 1 ? n + 1 : n;
  if (key === "ArrowUp") return row > 0 ? n - columns : n;
  return key === "ArrowDown" && row < rows - 1 ? n + columns : n;
}

class Easel {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.rows = 0;
    this.columns = 0;
    /** @type {number[]} */
    this.pixels = [];
    /** @type {HTMLButtonElement[]} */
    this.dots = [];
    this.words = "";
    /** @type {(name: string, value: unknown) => void} */
    this.send = () => {};
    this.level = 1;
    this.painting = false;
    this.count = 0;
    window.addEventListener("pointerup", () => { this.painting = false; });
  }

  /** @param {EaselData} data */
  build({ words, rows, columns }) {
    if (rows !== this.rows || columns !== this.columns) this.pixels = Array(rows * columns).fill(0);
    [this.rows, this.columns] = [rows, columns];
    const easel = dom.element("div", "dots");
    easel.style.setProperty("--columns", String(columns));
    easel.setAttribute("role", "group");
    easel.setAttribute("aria-label", words.easel);
    this.dots = this.pixels.map((_, n) => {
      const dot = dom.button("dot");
      dot.onpointerdown = (event) => {
        event.preventDefault();
        dot.focus();
        this.painting = true;
        this.set(n);
      };
      dot.onkeydown = (event) => this.key(event, n);
      return dot;
    });
    easel.append(...this.dots);
    // a finger keeps its pointer on the first pixel: ask what is under it
    easel.onpointermove = (event) => {
      if (!this.painting) return;
      const page = this.root.getRootNode();
      if (!(page instanceof ShadowRoot)) return;
      const under = page.elementFromPoint(event.clientX, event.clientY);
      const n = this.dots.findIndex((dot) => dot === under);
      if (n >= 0) this.set(n);
    };
    const side = dom.element("div", "side");
    const brush = dom.element("label", "", words.brush);
    const range = dom.element("input");
    Object.assign(range, { type: "range", min: "0", max: "1", step: "0.05", value: String(this.level) });
    range.oninput = () => {
      this.level = Number(range.value);
      paintTrack(range);
    };
    paintTrack(range);
    brush.append(range);
    const row = dom.element("div", "row");
    words.add.forEach((text, label) => {
      const add = dom.button("", text);
      add.onclick = () => {
        this.count += 1;
        this.send("added", { pixels: [...this.pixels], label, count: this.count });
      };
      row.append(add);
    });
    const clear = dom.button("", words.clear);
    clear.onclick = () => { this.pixels.fill(0); this.show(); };
    row.append(clear);
    side.append(brush, row);
    this.root.replaceChildren(easel, side);
    this.show();
  }

  /** @param {number} n */
  set(n) {
    this.pixels[n] = this.level;
    this.show();
  }

  /** @param {KeyboardEvent} event @param {number} n */
  key(event, n) {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      this.pixels[n] = this.pixels[n] === this.level ? 0 : this.level;
      this.show();
      return;
    }
    const next = beside(n, event.key, this.rows, this.columns);
    if (next === n) return;
    event.preventDefault();
    this.dots[next].focus();
  }

  show() {
    this.dots.forEach((dot, n) => {
      const pixel = this.pixels[n];
      dot.style.background = `color-mix(in srgb, var(--positive) ${100 * pixel}%, var(--st-background-color))`;
      dot.style.color = pixel > 0.5 ? "#fff" : "";
      dot.textContent = pixel ? String(pixel) : "";
      dot.setAttribute("aria-label", `a ${Math.floor(n / this.columns)}${n % this.columns} = ${pixel}`);
    });
  }
}

const easelOf = dom.onePerRoot((root) => new Easel(root));

/** @param {Mounted<EaselData>} component */
export default function (component) {
  const easel = easelOf(dom.rootOf(component, "easel"));
  easel.send = component.setTriggerValue;
  const [data] = component.data;
  const now = JSON.stringify(data);
  if (now === easel.words) return;
  easel.words = now;
  easel.build(data);
}
