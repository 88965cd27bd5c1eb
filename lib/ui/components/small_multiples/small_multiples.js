// Small multiples. The axes are the same in every panel; new points only change the lines' paths.

const SVG = "http://www.w3.org/2000/svg";
const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 2"];
const FALLBACK = ["#3b7ddd", "#e2711d", "#14907f", "#7c3aed", "#a16207"];
const known = new WeakMap();

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function path(parent) {
  const node = document.createElementNS(SVG, "path");
  parent.append(node);
  return node;
}

// Streamlit gives the theme's colours as one string; light and dark differ.
function colours(root) {
  const given = getComputedStyle(root).getPropertyValue("--st-chart-categorical-colors").match(/#[0-9a-f]{6}/gi);
  return given && given.length >= FALLBACK.length ? given : FALLBACK;
}

function legend(kinds, paint) {
  const node = element("div", "legend");
  kinds.forEach((name, kind) => {
    const entry = element("span");
    const swatch = document.createElementNS(SVG, "svg");
    swatch.setAttribute("viewBox", "0 0 36 10");
    const line = path(swatch);
    line.setAttribute("d", "M1 5H35");
    line.style.stroke = paint[kind];
    line.style.strokeDasharray = DASHES[kind];
    line.style.strokeWidth = 2;
    entry.append(swatch, name);
    node.append(entry);
  });
  return node;
}

function build(root, data) {
  const paint = colours(root);
  const told = element("div", "told");
  const grid = element("div", "panels");
  const panels = data.panels.map((given) => {
    const panel = element("div", "panel");
    const head = element("div", "head");
    const note = element("span", "note");
    head.append(element("b", "", given.title), note);
    const plot = element("div", "plot");
    plot.setAttribute("role", "img");
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 100 100");
    svg.setAttribute("preserveAspectRatio", "none");
    const level = path(svg);
    level.setAttribute("class", "level");
    const lines = given.lines.map(([, , , kind]) => {
      const line = path(svg);
      line.style.stroke = paint[kind];
      line.style.strokeDasharray = DASHES[kind];
      return line;
    });
    const ends = ["high", "low"].map((name) => element("span", `end ${name}`));
    plot.append(svg, ...ends);
    panel.append(head, plot);
    grid.append(panel);
    return { plot, svg, note, level, lines, ends, pins: [] };
  });
  root.replaceChildren(...(data.kinds.length > 1 ? [legend(data.kinds, paint)] : []), grid, told);
  panels.forEach((panel, k) => {
    panel.plot.onpointermove = (event) => {
      told.textContent = nearest(root.data, k, panel.svg.getBoundingClientRect(), event) || " ";
    };
    panel.plot.onpointerleave = () => { told.textContent = " "; };
  });
  return panels;
}

function place({ low, high, log }) {
  const on = (value) => (log ? Math.log10(Math.max(value, low)) : value);
  const bottom = on(low), top = on(high);
  return (value) => 100 - 100 * Math.min(1, Math.max(0, (on(value) - bottom) / (top - bottom)));
}

function nearest({ axes, panels }, k, box, event) {
  const x = (event.clientX - box.left) / box.width, y = (event.clientY - box.top) / box.height;
  const height = place(axes);
  let best = null, least = Infinity;
  for (const [steps, values, name] of panels[k].lines) {
    steps.forEach((step, at) => {
      const across = (step / axes.last - x) * box.width, down = (height(values[at]) / 100 - y) * box.height;
      const distance = across * across + down * down;
      if (distance < least) [best, least] = [[name, step, values[at]], distance];
    });
  }
  if (!best) return "";
  const value = Number(best[2].toPrecision(4)).toString().replaceAll("-", "−");
  return `${panels[k].title} · ${best[0]} · ${axes.step} ${best[1]} · L = ${value}`;
}

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
    const mark = element("span", "pin", pin);
    mark.style.top = `${Math.min(90, Math.max(10, height(values[values.length - 1])))}%`;
    mark.style.right = `${0.3 + 1.2 * panel.pins.length}rem`;
    panel.plot.append(mark);
    panel.pins.push(mark);
  });
}

export default function (component) {
  const { data: [data], parentElement } = component;
  const root = parentElement.querySelector(".small_multiples");
  root.data = data;
  const frame = JSON.stringify([
    data.kinds, colours(root), data.panels.map(({ title, lines }) => [title, lines.map((line) => line[3])]),
  ]);
  let built = known.get(root);
  if (!built || built.frame !== frame) {
    built = { frame, panels: build(root, data) };
    known.set(root, built);
  }
  built.panels.forEach((panel, k) => update(panel, data.panels[k], data.axes));
}
