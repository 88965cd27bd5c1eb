// @ts-check
// A curve (solid), its tangent (dashed) and the point where they meet (a dot), on two axes. Its lengths
// are in units of a sixteenth of the page's type: pixels, but in the lecture view.

const LEFT = 46;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 38;

/** Round steps of 1, 2 or 5 times a power of ten, about `count` of them.
 * @param {[low: number, high: number]} range @param {number} count */
function ticks([low, high], count) {
  const rough = ((high - low) / count) * 0.999;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((s) => s >= rough) ?? rough;
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k += 1) found.push(Number((k * step).toPrecision(12)));
  return found;
}

/** From numbers to pixels. @typedef {ReturnType<typeof scalesOf>} Scales */

/** @param {CurveNow} data @param {number} width */
function scalesOf({ x, y, height }, width) {
  const right = width - RIGHT;
  const bottom = height - BOTTOM;
  return {
    width,
    right,
    bottom,
    across: (/** @type {number} */ value) => LEFT + ((value - x[0]) / (x[1] - x[0])) * (right - LEFT),
    down: (/** @type {number} */ value) => bottom - ((value - y[0]) / (y[1] - y[0])) * (bottom - TOP),
  };
}

class Curve {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.svg = dom.shape("svg", { role: "img", translate: "no" });
    root.replaceChildren(this.svg);
    this.line = dom.shape("path", { class: "line" });
    this.tangent = dom.shape("line", { class: "tangent" });
    this.drop = dom.shape("line", { class: "drop" });
    this.told = dom.shape("title");
    this.dot = dom.shape("circle", { class: "point", r: 6.5 }, this.told);
    this.frame = "";
    this.drawn = "";
    /** @type {CurveNow | null} */
    this.data = null;
    new ResizeObserver(() => this.fit()).observe(root);
  }

  /** @param {CurveNow} data */
  show(data) {
    this.data = data;
    this.fit();
  }

  fit() {
    if (!this.data || !this.root.clientWidth) return;
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const width = Math.round(this.root.clientWidth / unit);
    const { x, y, titles, height } = this.data;
    const frame = JSON.stringify([width, unit, x, y, titles, height]);
    const scales = scalesOf(this.data, width);
    if (frame !== this.frame) {
      this.frame = frame;
      this.build(this.data, scales);
      this.svg.setAttribute("height", String(height * unit));
    }
    this.draw(this.data, scales);
  }

  /** @param {CurveNow} data @param {Scales} scales */
  build({ x, y, titles, height }, { width, right, bottom, across, down }) {
    const clip = dom.shape("clipPath", { id: "inside" }, dom.shape("rect", { x: LEFT, y: TOP, width: right - LEFT, height: bottom - TOP }));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.replaceChildren(dom.shape("defs", {}, clip));
    const written = (/** @type {number} */ value) => String(value).replace("-", "\u2212");
    for (const value of ticks(y, height > 200 ? 5 : 3)) {
      const at = down(value);
      this.svg.append(dom.shape("line", { class: "grid", x1: LEFT, x2: right, y1: at, y2: at }));
      this.svg.append(dom.shape("text", { x: LEFT - 7, y: at + 4, "text-anchor": "end" }, written(value)));
    }
    for (const value of ticks(x, width > 420 ? 10 : 5)) {
      const at = across(value);
      this.svg.append(dom.shape("line", { class: "grid", x1: at, x2: at, y1: TOP, y2: bottom }));
      this.svg.append(dom.shape("text", { x: at, y: bottom + 16, "text-anchor": "middle" }, written(value)));
    }
    this.svg.append(dom.shape("path", { class: "axis", fill: "none", d: `M${LEFT} ${TOP}V${bottom}H${right}` }));
    this.svg.append(dom.shape("text", { class: "title", x: right, y: height - 5, "text-anchor": "end" }, titles[0]));
    this.svg.append(dom.shape("text", { class: "title", x: LEFT - 7, y: TOP - 9, "text-anchor": "start" }, titles[1]));
    this.svg.append(dom.shape("g", { "clip-path": "url(#inside)" }, this.line, this.tangent, this.drop), this.dot);
    this.drawn = "";
  }

  /** @param {CurveNow} data @param {Scales} scales */
  draw({ x, y, ys, point, slope, told, spoken }, { right, bottom, across, down }) {
    const line = JSON.stringify(ys);
    if (line !== this.drawn) {
      this.drawn = line;
      const step = (right - LEFT) / (ys.length - 1);
      const high = y[1] + (y[1] - y[0]); // far enough outside
      const low = y[0] - (y[1] - y[0]);
      const points = ys.map((value, k) => `${(LEFT + k * step).toFixed(1)} ${down(Math.max(low, Math.min(high, value))).toFixed(1)}`);
      this.line.setAttribute("d", `M${points.join("L")}`);
    }
    const [px, py] = [across(point[0]), down(point[1])];
    const at = (/** @type {number} */ value) => down(point[1] + slope * (value - point[0]));
    dom.set(this.tangent, { x1: LEFT, y1: at(x[0]), x2: right, y2: at(x[1]) });
    dom.set(this.drop, { x1: px, x2: px, y1: py, y2: bottom });
    const outside = py < TOP - 1 || py > bottom + 1;
    dom.set(this.dot, { cx: px, cy: Math.max(TOP, Math.min(bottom, py)), visibility: outside ? "hidden" : "visible" });
    dom.write(this.told, told);
    this.svg.setAttribute("aria-label", `${spoken} ${told}`);
  }
}

const curveOf = dom.onePerRoot((root) => new Curve(root));

/** @param {Mounted<Following<CurveNow>>} component */
export default function (component) {
  const root = dom.rootOf(component, "curve");
  bus.join(root, component.data[0], (now) => curveOf(root).show(now));
}
