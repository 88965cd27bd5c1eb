// A 4×4 image to paint with the mouse, a finger or the keyboard: drag, or Space on a focused pixel.
// Arrow keys move from pixel to pixel.

const easels = new WeakMap();

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

class Easel {
  constructor(root) {
    this.root = root;
    this.pixels = Array(16).fill(0);
    this.level = 1;
    this.painting = false;
    this.count = 0;
  }

  build(words) {
    const easel = element("div", "board");
    easel.setAttribute("role", "group");
    easel.setAttribute("aria-label", words.easel);
    this.dots = this.pixels.map((_, n) => {
      const dot = element("button", "dot");
      dot.type = "button";
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
      const under = this.root.getRootNode().elementFromPoint(event.clientX, event.clientY);
      const n = this.dots.indexOf(under);
      if (n >= 0) this.set(n);
    };
    window.addEventListener("pointerup", () => { this.painting = false; });
    const side = element("div", "side");
    const brush = element("label", "", words.brush);
    const range = element("input");
    Object.assign(range, { type: "range", min: 0, max: 1, step: 0.05, value: this.level });
    range.oninput = () => { this.level = Number(range.value); };
    brush.append(range);
    const row = element("div", "row");
    for (const label of [0, 1]) {
      const add = element("button", "", words.add[label]);
      add.type = "button";
      add.onclick = () => {
        this.count += 1;
        this.send("added", { pixels: [...this.pixels], label, count: this.count });
      };
      row.append(add);
    }
    const clear = element("button", "", words.clear);
    clear.type = "button";
    clear.onclick = () => { this.pixels.fill(0); this.show(); };
    row.append(clear);
    side.append(brush, row);
    this.root.replaceChildren(easel, side);
    this.show();
  }

  set(n) {
    this.pixels[n] = this.level;
    this.show();
  }

  key(event, n) {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      this.pixels[n] = this.pixels[n] === this.level ? 0 : this.level;
      this.show();
      return;
    }
    const move = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -4, ArrowDown: 4 }[event.key];
    if (move === undefined || n + move < 0 || n + move > 15) return;
    event.preventDefault();
    this.dots[n + move].focus();
  }

  show() {
    this.dots.forEach((dot, n) => {
      const pixel = this.pixels[n];
      dot.style.background = `color-mix(in srgb, var(--positive) ${100 * pixel}%, var(--st-background-color))`;
      dot.style.color = pixel > 0.5 ? "#fff" : "";
      dot.textContent = pixel ? String(pixel) : "";
      dot.setAttribute("aria-label", `a ${Math.floor(n / 4)}${n % 4} = ${pixel}`);
    });
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".easel");
  if (!easels.has(root)) easels.set(root, new Easel(root));
  const easel = easels.get(root);
  easel.send = component.setTriggerValue;
  const words = JSON.stringify(component.data[0].words);
  if (words !== easel.words) {
    easel.words = words;
    easel.build(component.data[0].words);
  }
}
