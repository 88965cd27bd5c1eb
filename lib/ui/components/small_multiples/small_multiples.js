// @ts-check
// Small multiples. The axes are the same in every panel; new points only change the lines' paths.

const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 2"];
const FALLBACK = ["#3b7ddd", "#e2711d", "#14907f", "#7c3aed", "#a16207"];

/** Streamlit gives the theme's colours as one string; light and dark differ.
 * @param {HTMLElement} root */
function colours(root) {
  const given = getComputedStyle(root).getPropertyValue("--st-chart-categorical-colors").match(/#[0-9a-f]{6}/gi);
  return given && given.length >= FALLBACK.length ? given : FALLBACK;
}

/** @param {SVGPathElement} line @param {number} kind @param {string[]} paint */
function styled(line, kind, paint) {
  line.style.stroke = paint[kind];
  line.style.strokeDasharray = DASHES[kind];
  return line;
}

/** @param {string[]} kinds @param {string[]} paint */
function legend(kinds, paint) {
  const node = dom.element("div", "legend");
  kinds.forEach((name, kind) => {
    const entry = dom.element("span");
    const line = styled(dom.shape("path", { d: "M1 5H35" }), kind, paint);
    line.style.strokeWidth = "2";
    const swatch = dom.shape("svg", { viewBox: "0 0 36 10", "aria-hidden": "true" }, line);
    entry.append(swatch, name);
    node.append(entry);
  });
  return node;
}

/** @typedef {ReturnType<typeof panelOf>} Panel */

/** @param {MultiplesPanel} given @param {string[]} paint */
function panelOf(given, paint) {
  const note = dom.element("span", "note");
  const level = dom.shape("path", { class: "level" });
  const lines = given.lines.map(([, , , kind]) => styled(dom.shape("path"), kind, paint));
  const svg = dom.shape("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none" }, level, ...lines);
  const ends = ["high", "low"].map((name) => dom.element("span", `end ${name}`));
  const plot = dom.element("div", "plot", svg, ...ends);
  plot.setAttribute("role", "img");
  const head = dom.element("div", "head", dom.element("b", "", given.title), note);
  const panel = dom.element("div", "panel", head, plot);
  return { panel, plot, svg, note, level, lines, ends, pins: /** @type {HTMLElement[]} */ ([]) };
}

/** @param {HTMLElement} root @param {SmallMultiples} data @param {() => SmallMultiples} newest */
function build(root, data, newest) {
  const paint = colours(root);
  const told = dom.element("div", "told");
  const panels = data.panels.map((given) => panelOf(given, paint));
  const grid = dom.element("div", "panels", ...panels.map(({ panel }) => panel));
  root.replaceChildren(...(data.kinds.length > 1 ? [legend(data.kinds, paint)] : []), grid, told);
  panels.forEach(({ plot, svg }, k) => {
    plot.onpointermove = (event) => {
      told.textContent = nearest(newest(), k, svg.getBoundingClientRect(), event) || "\u00a0";
    };
    plot.onpointerleave = () => { told.textContent = "\u00a0"; };
  });
  return panels;
}

/** From a value to its height in per cent from the top.
 * @param {Pick<Axes, "low" | "high" | "log">} axes */
function place({ low, high, log }) {
  const on = (/** @type {number} */ value) => (log ? Math.log10(Math.max(value, low)) : value);
  const bottom = on(low), top = on(high);
  return (/** @type {number} */ value) => 100 - 100 * Math.min(1, Math.max(0, (on(value) - bottom) / (top - bottom)));
}

/** What the pointer is told of the point that is nearest to it, in pixels.
 * @param {Pick<SmallMultiples, "axes" | "panels">} data @param {number} k
 * @param {{ left: number, top: number, width: number, height: number }} box
 * @param {{ clientX: number, clientY: number }} event */
function nearest({ axes, panels }, k, box, event) {
  const x = (event.clientX - box.left) / box.width, y = (event.clientY - box.top) / box.height;
  const height = place(axes);
  /** @type {[name: string, step: number, value: number] | null} */
  let best = null;
  let least = Infinity;
  for (const [steps, values, name] of panels[k].lines) {
    for (const [at, step] of steps.entries()) {
      const across = (step / axes.last - x) * box.width, down = (height(values[at]) / 100 - y) * box.height;
      const distance = across * across + down * down;
      if (distance >= least) continue;
      best = [name, step, values[at]];
      least = distance;
    }
  }
  if (!best) return "";
  const value = Number(best[2].toPrecision(4)).toString().replaceAll("-", "−");
  return `${panels[k].title} · ${best[0]} · ${axes.step} ${best[1]} · L = ${value}`;
}

/** @param {Panel} panel @param {MultiplesPanel} given @param {Axes} axes */
function update(panel, given, axes) {
  const height = place(axes);
  panel.plot.setAttribute("aria-label", given.spoken);
  panel.note.textContent = given.note;
  panel.level.setAttribute("d", `M0 ${height(axes.level)}H100`);
  [axes.ends[1], axes.ends[0]].forEach((text, at) => { panel.ends[at].textContent = text; });
  panel.pins.forEach((pin) => pin.remove());
  panel.pins = [];
  const anyPinned = given.lines.some(([, , , , pin]) => pin);
  given.lines.forEach(([steps, values, , , pin], at) => {
    const points = steps.map((step, i) => `${((100 * step) / axes.last).toFixed(2)} ${height(values[i]).toFixed(2)}`);
    panel.lines[at].setAttribute("d", points.length ? `M${points.join("L")}` : "");
    panel.lines[at].setAttribute("class", pin ? "pinned" : anyPinned ? "other" : "");
    if (!pin || !values.length) return;
    const mark = dom.element("span", "pin", pin);
    mark.style.top = `${Math.min(90, Math.max(10, height(values[values.length - 1])))}%`;
    mark.style.right = `${0.3 + 1.2 * panel.pins.length}rem`;
    panel.plot.append(mark);
    panel.pins.push(mark);
  });
}

const shownOn = dom.onePerRoot(() => ({
  frame: "",
  panels: /** @type {Panel[]} */ ([]),
  data: /** @type {SmallMultiples} */ ({}),
}));

/** @param {Mounted<SmallMultiples>} component */
export default function (component) {
  const [data] = component.data;
  const root = dom.rootOf(component, "small_multiples");
  const known = shownOn(root);
  known.data = data;
  const frame = JSON.stringify([
    data.kinds, colours(root), data.panels.map(({ title, lines }) => [title, lines.map((line) => line[3])]),
  ]);
  if (known.frame !== frame) {
    known.frame = frame;
    known.panels = build(root, data, () => known.data);
  }
  known.panels.forEach((panel, k) => update(panel, data.panels[k], data.axes));
}
