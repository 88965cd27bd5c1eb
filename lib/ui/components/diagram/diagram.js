// The network as a picture with live numbers: image, kernel, s, o, α, y_out, L.
// Wide screens get it left to right, narrow ones top to bottom. A node is a button: pointing at it or
// moving the focus to it tells its name, value and gradient and lights what it is made of; a click,
// Enter or Space picks it.

const SVG = "http://www.w3.org/2000/svg";
const drawn = new WeakMap();

function shape(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Where everything stands. `tile` is a cell's side: image, kernel, map. `out` is where the four dense
// edges leave the feature map, `pills` where the dense weights stand on them.
const WIDE = {
  box: [1172, 300], tile: [52, 52, 66],
  image: [4, 62], kernel: [250, 88], s: [456, 100], o: [644, 100],
  alpha: [960, 166], y_out: [1049, 166], loss: [1136, 166], radius: 34,
  signs: [["⋆", 230, 166], ["=", 430, 166]],
  arrows: [["σ", 592, 166, 640, 166], ["σ", 994, 166, 1014, 166], ["", 1083, 166, 1101, 166]],
  titles: { image: [4, 20], kernel: [250, 20], s: [456, 20], o: [644, 20], ends: [826, 20] },
  out: [[776, 117], [776, 149], [776, 183], [776, 215]],
  pills: [[857, 75], [857, 136], [857, 197], [857, 258]],
  down: false,
};
const NARROW = {
  box: [372, 610], tile: [49, 49, 58],
  image: [2, 46], kernel: [222, 70], s: [22, 302], o: [222, 302],
  alpha: [58, 566], y_out: [188, 566], loss: [318, 566], radius: 37,
  signs: [["⋆", 210, 144], ["=", 8, 360]],
  arrows: [["σ", 142, 360, 218, 360], ["σ", 96, 566, 150, 566], ["", 226, 566, 280, 566]],
  titles: { image: [2, 16], kernel: [222, 16], s: [22, 272], o: [222, 272], ends: [2, 436] },
  out: [[236, 420], [265, 420], [294, 420], [323, 420]],
  pills: [[62, 484], [150, 484], [238, 484], [326, 484]],
  down: true,
};

function tinted(node, strength) {
  const percent = Math.round(45 * Math.min(1, Math.abs(strength)));
  const tint = strength < 0 ? "var(--negative)" : "var(--positive)";
  node.style.fill = `color-mix(in srgb, ${tint} ${percent}%, var(--st-background-color))`;
}

class Diagram {
  constructor(root) {
    this.root = root;
    this.svg = shape("svg", { role: "group" });
    this.told = document.createElement("p");
    this.told.className = "told";
    this.told.setAttribute("aria-live", "polite");
    root.replaceChildren(this.svg, this.told);
    new ResizeObserver(() => this.fit()).observe(root);
  }

  update(data, pick) {
    this.data = data;
    this.pick = pick;
    this.fit(true);
  }

  fit(changed) {
    if (!this.data) return;
    const place = this.root.clientWidth >= 640 ? WIDE : NARROW;
    const frame = JSON.stringify([this.data.frame, place.down]);
    if (frame !== this.frame) {
      this.frame = frame;
      this.place = place;
      this.build();
      changed = true;
    }
    if (changed) this.show();
  }

  build() {
    const { place } = this;
    const { frame } = this.data;
    this.svg.replaceChildren();
    this.svg.setAttribute("viewBox", `0 0 ${place.box[0]} ${place.box[1]}`);
    this.svg.style.maxWidth = place.down ? "460px" : "";
    this.svg.setAttribute("aria-label", frame.spoken);
    // not computed yet: hatched, so that nobody takes it for a 0
    const hatch = shape("pattern", { id: "hatch", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
    hatch.append(shape("line", { x1: 0, y1: 0, x2: 0, y2: 7, class: "hatch" }));
    this.svg.append(shape("defs", {}, hatch));
    this.nodes = new Map();
    this.edges = [];
    for (const [name, [x, y]] of Object.entries(place.titles)) {
      const [title, note] = frame.titles[name];
      this.svg.append(shape("text", { x, y, class: "title" }, title));
      this.svg.append(shape("text", { x, y: y + 18, class: "note" }, note));
    }
    for (const [sign, x, y] of place.signs) {
      this.svg.append(shape("text", { x, y: y + 8, class: "sign", "text-anchor": "middle" }, sign));
    }
    for (const arrow of place.arrows) this.arrow(...arrow);
    for (const k of [0, 1, 2, 3]) this.denseEdge(k);
    this.paths = shape("g", { class: "paths" });
    this.svg.append(this.paths);
    for (const spec of frame.nodes) this.node(spec);
    for (const k of [0, 1, 2, 3]) this.svg.append(this.edges[k].label);
    this.windows = [0, 1, 2, 3].map(() => shape("rect", { class: "window", rx: 7, visibility: "hidden" }));
    this.svg.append(...this.windows);
  }

  arrow(name, x1, y1, x2, y2) {
    this.svg.append(shape("path", { class: "edge arrow", d: `M${x1} ${y1}H${x2 - 6}` }));
    this.svg.append(shape("path", { class: "head", d: `M${x2} ${y2}l-9 -5v10z` }));
    if (name) this.svg.append(shape("text", { x: (x1 + x2) / 2, y: y1 - 9, class: "name", "text-anchor": "middle" }, name));
  }

  corner(spec) {
    const { place } = this;
    const [tile, columns] = { image: [place.tile[0], 4], kernel: [place.tile[1], 3], s: [place.tile[2], 2], o: [place.tile[2], 2] }[spec.group];
    const [x, y] = place[spec.group];
    return [x + (spec.place % columns) * tile, y + Math.floor(spec.place / columns) * tile, tile];
  }

  // From the feature map through the weight's own button into α.
  denseEdge(k) {
    const { place } = this;
    const [x, y] = place.out[k];
    const [px, py] = place.pills[k];
    const [ax, ay] = place.alpha;
    const r = place.radius;
    const d = place.down
      ? `M${x} ${y}C${x} ${y + 40} ${px} ${py - 55} ${px} ${py}C${px} ${py + 40} ${ax + 10 * k - 10} ${ay - 70} ${ax + 10 * k - 10} ${ay - r + 2}`
      : `M${x} ${y}C${x + 40} ${y} ${px - 60} ${py} ${px} ${py}C${px + 50} ${py} ${ax - 60} ${ay - 12 + 8 * k} ${ax - r + 2} ${ay - 12 + 8 * k}`;
    const path = shape("path", { class: "edge", d });
    this.svg.append(path);
    this.edges.push({ path, at: [px, py], label: shape("g", {}) });
  }

  node(spec) {
    const { place } = this;
    const group = shape("g", { class: "node", tabindex: 0, role: "button", "data-key": spec.key });
    const number = shape("text", { class: "number" });
    const second = shape("text", { class: "second" });
    const two = this.data.frame.two; // room for a second number, the gradient
    let body;
    let middle;
    let name;
    if (spec.group in place.titles && spec.group !== "ends") {
      const [x, y, tile] = this.corner(spec);
      body = shape("rect", { class: "shape", x: x + 1, y: y + 1, width: tile - 3, height: tile - 3, rx: 6 });
      middle = [x + tile / 2, y + tile / 2];
      name = [x + 6, y + 15, "start"];
      this.set(number, x + tile - 7, y + tile - (two ? 19 : 9), "end");
      this.set(second, x + tile - 7, y + tile - 7, "end");
    } else if (spec.group === "dense") {
      const [x, y] = this.edges[spec.place].at;
      const half = two ? 25 : 18;
      middle = [x, y];
      body = shape("rect", { class: "shape", x: x - 31, y: y - half, width: 62, height: 2 * half, rx: 18 });
      name = [x, y - (two ? 11 : 4), "middle"];
      this.set(number, x, y + (two ? 4 : 12), "middle");
      this.set(second, x, y + 18, "middle");
    } else {
      const [x, y] = place[spec.group];
      body = shape("circle", { class: "shape", cx: x, cy: y, r: place.radius });
      middle = [x, y];
      name = [x, y - (two ? 13 : 8), "middle"];
      this.set(number, x, y + (two ? 4 : 14), "middle");
      this.set(second, x, y + 20, "middle");
    }
    const label = shape("text", { class: "name" }, spec.base);
    this.set(label, ...name);
    if (spec.subscript) {
      const kind = /\d/.test(spec.subscript) ? "sub" : "sub letter";
      label.append(shape("tspan", { class: kind, dy: 3 }, spec.subscript));
    }
    group.append(body, label, number, second);
    group.onclick = () => this.pick(spec.key);
    group.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        this.pick(spec.key);
      }
    };
    group.onpointerenter = group.onfocus = () => this.point(spec.key);
    group.onpointerleave = group.onblur = () => this.point(null);
    (spec.group === "dense" ? this.edges[spec.place].label : this.svg).append(group);
    this.nodes.set(spec.key, { group, body, number, second, spec, middle });
  }

  set(text, x, y, anchor) {
    text.setAttribute("x", x);
    text.setAttribute("y", y);
    text.setAttribute("text-anchor", anchor);
  }

  show() {
    const { live, light } = this.data;
    const unknown = new Set(light.unknown);
    const lit = new Set(light.lit);
    const past = new Set(light.past);
    for (const [key, { group, body, number, second }] of this.nodes) {
      const [text, strength, told] = live[key];
      const shown = unknown.has(key) ? "?" : text;
      if (number.textContent !== shown) number.textContent = shown;
      const small = shown.length > 6 ? Math.max(9, 84 / shown.length) : 14;
      number.style.fontSize = `${small}px`;
      const under = light.second[key] ?? "";
      if (second.textContent !== under) second.textContent = under;
      second.classList.toggle("past", past.has(key));
      second.style.fontSize = `${under.length > 8 ? Math.max(8, 88 / under.length) : 11}px`;
      if (unknown.has(key)) body.style.fill = "url(#hatch)";
      else tinted(body, strength);
      group.setAttribute("aria-label", told);
      group.classList.toggle("open", key === this.data.open);
      group.classList.toggle("doing", key === light.doing);
      group.dataset.lit = lit.has(key) ? "yes" : "";
    }
    this.data.dense.forEach(([strength], k) => {
      const { path } = this.edges[k];
      path.style.stroke = strength < 0 ? "var(--negative)" : "var(--positive)";
      path.style.strokeWidth = 1.5 + 4.5 * Math.min(1, Math.abs(strength));
      path.style.strokeDasharray = strength < 0 ? "2 8" : "none"; // a minus without its colour
    });
    this.drawPaths(light.paths);
    this.point(this.pointed ?? null);
  }

  // The ways by which a variable acts on the loss, node by node.
  drawPaths(paths) {
    const down = this.place.down;
    this.paths.replaceChildren(...paths.map((keys) => {
      const points = keys.map((key) => this.nodes.get(key).middle);
      let d = `M${points[0]}`;
      for (let n = 1; n < points.length; n += 1) {
        const [x1, y1] = points[n - 1];
        const [x2, y2] = points[n];
        const bend = down ? [x1, (y1 + y2) / 2, x2, (y1 + y2) / 2] : [(x1 + x2) / 2, y1, (x1 + x2) / 2, y2];
        d += `C${bend} ${x2} ${y2}`;
      }
      return shape("path", { class: "path", d });
    }));
  }

  // What the node is made of lights up; without one, the opened node says its line.
  point(key) {
    this.pointed = key;
    const { light, live, frame } = this.data;
    const shown = key ?? light.doing ?? this.data.open;
    this.told.textContent = shown in live ? live[shown][2] : frame.hint;
    const made = new Set(key ? frame.from[key] ?? [] : []);
    for (const [other, { group }] of this.nodes) {
      group.classList.toggle("lit", made.has(other) || (!key && group.dataset.lit === "yes"));
    }
    const node = key && this.nodes.get(key);
    const inWindow = node && (node.spec.group === "s" || node.spec.group === "o");
    const lit = inWindow ? [node.spec.place] : light.windows;
    const tile = this.place.tile[0];
    const [x, y] = this.place.image;
    this.windows.forEach((rect, k) => {
      rect.setAttribute("visibility", lit.includes(k) ? "visible" : "hidden");
      const inset = lit.length > 1 ? 2 * k - 3 : 0; // four windows at once stay apart
      rect.setAttribute("x", x + (k % 2) * tile - 1 + inset);
      rect.setAttribute("y", y + Math.floor(k / 2) * tile - 1 + inset);
      rect.setAttribute("width", 3 * tile);
      rect.setAttribute("height", 3 * tile);
    });
  }
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".diagram");
  if (!drawn.has(root)) drawn.set(root, new Diagram(root));
  const pick = (key) => setTriggerValue("picked", key);
  bus.join(root, data, (now) => drawn.get(root).update(now, pick));
}
