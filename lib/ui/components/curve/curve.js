// A curve (solid), its tangent (dashed) and the point where they meet (a dot), on two axes.

const SVG = "http://www.w3.org/2000/svg";
const MINUS = "\u2212";
const LEFT = 46;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 38;
const curves = new WeakMap();

function shape(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Round steps of 1, 2 or 5 times a power of ten, about `count` of them.
function ticks([low, high], count) {
  const rough = ((high - low) / count) * 0.999;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((s) => s >= rough);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k += 1) found.push(Number((k * step).toPrecision(12)));
  return found;
}

class Curve {
  constructor(root) {
    this.root = root;
    this.svg = shape("svg", { role: "img" });
    root.replaceChildren(this.svg);
    new ResizeObserver(() => this.fit()).observe(root);
  }

  show(data) {
    this.data = data;
    this.fit();
  }

  fit() {
    const width = Math.round(this.root.clientWidth);
    if (!this.data || !width) return;
    const { x, y, titles, height } = this.data;
    const frame = JSON.stringify([width, x, y, titles, height]);
    if (frame !== this.frame) {
      this.frame = frame;
      this.build(width);
    }
    this.draw();
  }

  build(width) {
    const { x, y, titles, height } = this.data;
    const right = width - RIGHT;
    const bottom = height - BOTTOM;
    this.ends = [LEFT, right, TOP, bottom];
    this.across = (value) => LEFT + ((value - x[0]) / (x[1] - x[0])) * (right - LEFT);
    this.down = (value) => bottom - ((value - y[0]) / (y[1] - y[0])) * (bottom - TOP);
    const clip = shape("clipPath", { id: "inside" }, shape("rect", { x: LEFT, y: TOP, width: right - LEFT, height: bottom - TOP }));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("height", height);
    this.svg.replaceChildren(shape("defs", {}, clip));
    const written = (value) => String(value).replace("-", MINUS);
    for (const value of ticks(y, height > 200 ? 5 : 3)) {
      const at = this.down(value);
      this.svg.append(shape("line", { class: "grid", x1: LEFT, x2: right, y1: at, y2: at }));
      this.svg.append(shape("text", { x: LEFT - 7, y: at + 4, "text-anchor": "end" }, written(value)));
    }
    for (const value of ticks(x, width > 420 ? 10 : 5)) {
      const at = this.across(value);
      this.svg.append(shape("line", { class: "grid", x1: at, x2: at, y1: TOP, y2: bottom }));
      this.svg.append(shape("text", { x: at, y: bottom + 16, "text-anchor": "middle" }, written(value)));
    }
    this.svg.append(shape("path", { class: "axis", fill: "none", d: `M${LEFT} ${TOP}V${bottom}H${right}` }));
    this.svg.append(shape("text", { class: "title", x: right, y: height - 5, "text-anchor": "end" }, titles[0]));
    this.svg.append(shape("text", { class: "title", x: LEFT - 7, y: TOP - 9, "text-anchor": "start" }, titles[1]));
    this.line = shape("path", { class: "line" });
    this.tangent = shape("line", { class: "tangent" });
    this.drop = shape("line", { class: "drop" });
    this.dot = shape("circle", { class: "point", r: 6.5 });
    this.told = shape("title", {});
    this.dot.append(this.told);
    this.svg.append(shape("g", { "clip-path": "url(#inside)" }, this.line, this.tangent, this.drop), this.dot);
    this.drawn = null;
  }

  draw() {
    const { x, y, ys, point, slope, told, spoken } = this.data;
    const [left, right, top, bottom] = this.ends;
    const line = JSON.stringify(ys);
    if (line !== this.drawn) {
      this.drawn = line;
      const step = (right - left) / (ys.length - 1);
      const high = y[1] + (y[1] - y[0]); // far enough outside
      const low = y[0] - (y[1] - y[0]);
      const points = ys.map((value, k) => `${(left + k * step).toFixed(1)} ${this.down(Math.max(low, Math.min(high, value))).toFixed(1)}`);
      this.line.setAttribute("d", `M${points.join("L")}`);
    }
    const [px, py] = [this.across(point[0]), this.down(point[1])];
    const at = (value) => this.down(point[1] + slope * (value - point[0]));
    for (const [name, value] of Object.entries({ x1: left, y1: at(x[0]), x2: right, y2: at(x[1]) })) this.tangent.setAttribute(name, value);
    for (const [name, value] of Object.entries({ x1: px, x2: px, y1: py, y2: bottom })) this.drop.setAttribute(name, value);
    this.dot.setAttribute("cx", px);
    this.dot.setAttribute("cy", Math.max(top, Math.min(bottom, py)));
    this.dot.setAttribute("visibility", py < top - 1 || py > bottom + 1 ? "hidden" : "visible");
    if (this.told.textContent !== told) this.told.textContent = told;
    this.svg.setAttribute("aria-label", `${spoken} ${told}`);
  }
}

export default function (component) {
  const { data: [data], parentElement } = component;
  const root = parentElement.querySelector(".curve");
  if (!curves.has(root)) curves.set(root, new Curve(root));
  bus.join(root, data, (now) => curves.get(root).show(now));
}
