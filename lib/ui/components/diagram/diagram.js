// @ts-check
// The network as a picture with live numbers: image, kernel, s, o, α, y_out, L.
// Wide screens get it left to right, narrow ones top to bottom. A node is a button: pointing at it or
// moving the focus to it tells its name, value and gradient and lights what it is made of; a click,
// Enter or Space picks it.

// Where everything stands. `tile` is a cell's side: image, kernel, map. `out` is where the four dense
// edges leave the feature map, `pills` where the dense weights stand on them, `pill` half their width,
// `bend` how far an edge goes straight on from its weight, and before α.
// `type` is the size of names, numbers, second numbers, titles and notes. With six digits the rows are folded, so
// that no number is too small to read.
/** @typedef {[x: number, y: number]} Point */
/** @typedef {{
 *   box: Point, most: string, tile: [image: number, kernel: number, maps: number],
 *   type: [name: number, number: number, second: number, title: number, note: number],
 *   image: Point, kernel: Point, s: Point, o: Point, alpha: Point, y_out: Point, loss: Point,
 *   radius: number, pill: number, signs: [string, number, number][],
 *   arrows: [name: string, x1: number, y1: number, x2: number, y2: number][],
 *   titles: Record<string, Point>, out: Point[], pills: Point[], bend: [from: number, to: number], down: boolean,
 * }} Layout */
/** @typedef {{
 *   group: SVGGElement, body: SVGElement, number: SVGTextElement, second: SVGTextElement,
 *   spec: DiagramNode, middle: Point, rooms: Point,
 * }} Drawn */

/** @type {Layout} */
const WIDE = {
  box: [1240, 325], most: "", tile: [64, 64, 66], type: [16, 17, 14, 15, 14],
  image: [4, 58], kernel: [292, 90], s: [518, 120], o: [704, 120],
  alpha: [1016, 186], y_out: [1108, 186], loss: [1200, 186], radius: 37, pill: 32,
  signs: [["⋆", 276, 186], ["=", 500, 186]],
  arrows: [["σ", 654, 186, 700, 186], ["σ", 1053, 186, 1070, 186], ["", 1145, 186, 1162, 186]],
  titles: { image: [4, 20], kernel: [292, 20], s: [518, 20], o: [704, 20], ends: [880, 20] },
  out: [[836, 137], [836, 169], [836, 203], [836, 235]],
  pills: [[915, 86], [915, 152], [915, 218], [915, 284]], bend: [50, 60],
  down: false,
};
/** @type {Layout} */
const WIDE_FOLDED = {
  box: [790, 590], most: "880px", tile: [64, 64, 70], type: [15, 16, 13.5, 15, 14],
  image: [4, 52], kernel: [304, 84], s: [30, 400], o: [226, 400],
  alpha: [548, 470], y_out: [646, 470], loss: [744, 470], radius: 42, pill: 36,
  signs: [["⋆", 282, 180], ["=", 12, 470]],
  arrows: [["σ", 174, 470, 222, 470], ["σ", 590, 470, 603, 470], ["", 688, 470, 701, 470]],
  titles: { image: [4, 16], kernel: [304, 16], s: [30, 356], o: [226, 356], ends: [520, 384] },
  out: [[366, 420], [366, 453], [366, 487], [366, 520]],
  pills: [[446, 380], [446, 440], [446, 500], [446, 560]], bend: [50, 60],
  down: false,
};
/** @type {Layout} */
const NARROW = {
  box: [372, 610], most: "460px", tile: [49, 49, 58], type: [14, 14, 11.5, 15, 14],
  image: [2, 46], kernel: [222, 70], s: [22, 302], o: [222, 302],
  alpha: [58, 566], y_out: [188, 566], loss: [318, 566], radius: 37, pill: 32,
  signs: [["⋆", 210, 144], ["=", 8, 360]],
  arrows: [["σ", 142, 360, 218, 360], ["σ", 96, 566, 150, 566], ["", 226, 566, 280, 566]],
  titles: { image: [2, 16], kernel: [222, 16], s: [22, 272], o: [222, 272], ends: [2, 436] },
  out: [[236, 420], [265, 420], [294, 420], [323, 420]],
  pills: [[62, 484], [150, 484], [238, 484], [326, 484]], bend: [40, 70],
  down: true,
};
/** @type {Layout} */
const NARROW_FOLDED = {
  box: [372, 1180], most: "460px", tile: [88, 88, 80], type: [15, 15, 13, 15, 14],
  image: [10, 46], kernel: [54, 462], s: [22, 786], o: [206, 786],
  alpha: [50, 1126], y_out: [186, 1126], loss: [322, 1126], radius: 46, pill: 42,
  signs: [["⋆", 28, 594], ["=", 8, 866]],
  arrows: [["σ", 184, 866, 203, 866], ["σ", 98, 1126, 138, 1126], ["", 234, 1126, 274, 1126]],
  titles: { image: [10, 16], kernel: [54, 426], s: [22, 752], o: [206, 752], ends: [2, 976] },
  out: [[226, 948], [265, 948], [304, 948], [343, 948]],
  pills: [[46, 1030], [139, 1030], [232, 1030], [325, 1030]], bend: [40, 70],
  down: true,
};
// For a room no text is under 2.2% of the height of a 16:9 screen.
/** @type {Layout} */
const LARGE = {
  box: [1240, 536], most: "max(820px, (100vh - var(--foot-bar, 0px) - 3.2rem) * 1240 / 536)", tile: [92, 92, 98],
  type: [25, 24, 18, 20, 18],
  image: [4, 78], kernel: [410, 124], s: [726, 58], o: [726, 332],
  alpha: [1180, 112], y_out: [1180, 294], loss: [1180, 476], radius: 56, pill: 52,
  signs: [["⋆", 391, 262], ["=", 706, 262]],
  arrows: [["σ", 904, 258, 904, 330], ["σ", 1180, 168, 1180, 236], ["", 1180, 350, 1180, 418]],
  titles: { image: [4, 20], kernel: [410, 20], s: [726, 20], o: [592, 440], ends: [958, 20] },
  out: [[924, 356], [924, 405], [924, 454], [924, 503]],
  pills: [[1010, 112], [1010, 233], [1010, 355], [1010, 476]], bend: [100, 90],
  down: false,
};
/** @type {Layout} */
const LARGE_TWO = {
  box: [1240, 390], most: "max(820px, (100vh - var(--foot-bar, 0px) - 8.6rem) * 1240 / 390)", tile: [84, 84, 84],
  type: [25, 21, 18, 20, 18],
  image: [4, 52], kernel: [362, 94], s: [636, 136], o: [836, 136],
  alpha: [1192, 102], y_out: [1192, 221], loss: [1192, 340], radius: 46, pill: 43,
  signs: [["⋆", 351, 220], ["=", 625, 220]],
  arrows: [["σ", 806, 220, 833, 220], ["", 1192, 148, 1192, 173], ["", 1192, 267, 1192, 292]],
  titles: { image: [4, 20], kernel: [362, 20], s: [636, 20], o: [836, 20], ends: [1023, 20] },
  out: [[1005, 157], [1005, 199], [1005, 241], [1005, 283]],
  pills: [[1066, 90], [1066, 177], [1066, 264], [1066, 351]], bend: [68, 70],
  down: false,
};

/** For a screen of 4:3, whose text is larger beside its width. @type {Layout} */
const LARGE_SQUARE = { ...LARGE, type: [30, 25, 22, 22, 22] };

/** What of a layout the picture of another network needs: tiles and titles come with its data. */
const PLAIN = {
  most: "", type: /** @type {Layout["type"]} */ ([13, 13, 11, 15, 14]), signs: [], arrows: [], titles: {}, out: [], pills: [],
};
/** And for a room. */
const PLAIN_LARGE = { ...PLAIN, type: /** @type {Layout["type"]} */ ([25, 20, 17, 19, 19]) };
const NAMED = 34; // px of a tile's side from which on its name has room beside its number
const NUMBERED = 28; // and from which on its number can be read

/** @param {SVGElement} node @param {number} strength */
function tinted(node, strength) {
  const percent = Math.round(45 * Math.min(1, Math.abs(strength)));
  const tint = strength < 0 ? "var(--negative)" : "var(--positive)";
  node.style.fill = `color-mix(in srgb, ${tint} ${percent}%, var(--st-background-color))`;
}

class Diagram {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.svg = dom.shape("svg", { role: "group" });
    this.told = dom.element("p", "told");
    root.replaceChildren(this.svg, this.told);
    this.frame = "";
    this.place = WIDE;
    /** Where the tiles of another network than the notes' stand. @type {AnyLayout | null} */
    this.laid = null;
    this.paths = dom.shape("g", { class: "paths" });
    /** @type {Map<string, Drawn>} */
    this.nodes = new Map();
    /** @type {{ path: SVGPathElement, at: Point, label: SVGGElement }[]} */
    this.edges = [];
    /** @type {SVGRectElement[]} */
    this.windows = [];
    /** @type {string | null} */
    this.pointed = null;
    /** @type {DiagramNow | null} */
    this.data = null;
    /** @type {(key: string) => void} */
    this.pick = () => {};
    new ResizeObserver(() => this.fit()).observe(root);
  }

  /** @param {DiagramNow} data @param {(key: string) => void} pick */
  update(data, pick) {
    this.data = data;
    this.pick = pick;
    this.fit(true);
  }

  fit(changed = false) {
    if (!this.data) return;
    const { folded, large, two, layouts } = this.data.frame;
    const isWide = this.root.clientWidth >= 640;
    const room = innerWidth < 1.5 * innerHeight ? LARGE_SQUARE : (two ? LARGE_TWO : LARGE);
    const wide = large ? room : (folded ? WIDE_FOLDED : WIDE);
    const constant = isWide ? wide : (folded ? NARROW_FOLDED : NARROW);
    const laid = layouts && layouts[isWide ? "wide" : "narrow"];
    const place = laid ? { ...constant, ...(large && isWide ? this.inRoom(laid.box) : PLAIN), box: laid.box } : constant;
    this.laid = laid;
    const frame = JSON.stringify([this.data.frame, place.down, place.type]);
    if (frame !== this.frame) {
      this.frame = frame;
      this.place = place;
      this.build(this.data.frame);
      changed = true;
    }
    if (changed) this.show(this.data);
  }

  /** As large as a room's screen lets it be, a formula below it on the walk. @param {Point} box */
  inRoom([width, height]) {
    const beside = this.data?.frame.two ? "8.6rem" : "3.4rem";
    return { ...PLAIN_LARGE, most: `max(640px, (100vh - var(--foot-bar, 0px) - ${beside}) * ${width / height})` };
  }

  /** @param {DiagramNow["frame"]} frame */
  build(frame) {
    const { place } = this;
    this.svg.replaceChildren();
    this.svg.setAttribute("viewBox", `0 0 ${place.box[0]} ${place.box[1]}`);
    this.svg.style.maxWidth = place.most;
    this.told.hidden = frame.large; // the bar at the foot tells of the number
    ["name", "number", "second", "title", "note"].forEach((name, k) => this.svg.style.setProperty(`--${name}`, `${place.type[k]}px`));
    this.svg.setAttribute("aria-label", frame.spoken);
    // not computed yet: hatched, so that nobody takes it for a 0
    const hatch = dom.shape("pattern", { id: "hatch", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
    hatch.append(dom.shape("line", { x1: 0, y1: 0, x2: 0, y2: 7, class: "hatch" }));
    this.svg.append(dom.shape("defs", {}, hatch));
    this.nodes = new Map();
    this.edges = [];
    for (const [name, [x, y]] of Object.entries(place.titles)) {
      const [title, note] = frame.titles[name];
      this.svg.append(dom.shape("text", { x, y, class: "title" }, title));
      this.svg.append(dom.shape("text", { x, y: y + place.type[4] + 4, class: "note" }, note));
    }
    for (const [sign, x, y] of place.signs) {
      this.svg.append(dom.shape("text", { x, y: y + 8, class: "sign", "text-anchor": "middle" }, sign));
    }
    this.windows = [];
    if (this.laid) {
      for (const edge of this.laid.edges ?? []) this.plainEdge(edge);
      for (const [title, x, y] of this.laid.titles) this.svg.append(dom.shape("text", { x, y, class: "title over" }, title));
      for (const spec of frame.nodes) this.node(spec, frame.two);
      this.svg.append(this.paths);
      return;
    }
    for (const arrow of place.arrows) this.arrow(...arrow);
    for (const k of [0, 1, 2, 3]) this.denseEdge(k);
    this.svg.append(this.paths);
    for (const spec of frame.nodes) this.node(spec, frame.two);
    for (const k of [0, 1, 2, 3]) this.svg.append(this.edges[k].label);
    this.windows = [0, 1, 2, 3].map(() => dom.shape("rect", { class: "window", rx: 7, visibility: "hidden" }));
    this.svg.append(...this.windows);
  }

  /** @param {string} name @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
  arrow(name, x1, y1, x2, y2) {
    const down = x1 === x2;
    this.svg.append(dom.shape("path", { class: "edge arrow", d: `M${x1} ${y1}${down ? `V${y2 - 6}` : `H${x2 - 6}`}` }));
    this.svg.append(dom.shape("path", { class: "head", d: `M${x2} ${y2}${down ? "l-5 -9h10z" : "l-9 -5v10z"}` }));
    const [x, y] = down ? [x1 + 14, (y1 + y2) / 2 + 4] : [(x1 + x2) / 2, y1 - 9];
    if (name) this.svg.append(dom.shape("text", { x, y, class: "name", "text-anchor": "middle" }, name));
  }

  /** @param {number} n @param {"image" | "kernel" | "s" | "o"} group */
  corner(n, group) {
    const { place } = this;
    const [tile, columns] = { image: [place.tile[0], 4], kernel: [place.tile[1], 3], s: [place.tile[2], 2], o: [place.tile[2], 2] }[group];
    const [x, y] = place[group];
    return [x + (n % columns) * tile, y + Math.floor(n / columns) * tile, tile];
  }

  /** From the feature map through the weight's own button into α.
   * @param {number} k */
  denseEdge(k) {
    const { place } = this;
    const [x, y] = place.out[k];
    const [px, py] = place.pills[k];
    const [ax, ay] = place.alpha;
    const r = place.radius;
    const [from, to] = place.bend;
    const d = place.down
      ? `M${x} ${y}C${x} ${y + 40} ${px} ${py - 55} ${px} ${py}C${px} ${py + from} ${ax + 10 * k - 10} ${ay - to} ${ax + 10 * k - 10} ${ay - r + 2}`
      : `M${x} ${y}C${x + 40} ${y} ${px - 60} ${py} ${px} ${py}C${px + from} ${py} ${ax - to} ${ay - 12 + 8 * k} ${ax - r + 2} ${ay - 12 + 8 * k}`;
    const path = dom.shape("path", { class: "edge", d });
    this.svg.append(path);
    this.edges.push({ path, at: [px, py], label: dom.shape("g", {}) });
  }

  /** From a cell of another network's last map through the weight's tile into its α.
   * @param {number[]} ends */
  plainEdge([x1, y1, x2, y2, x3, y3, x4, y4]) {
    const bent = (/** @type {number[]} */ [x, y, to, end]) => `M${x} ${y}C${(x + to) / 2} ${y} ${(x + to) / 2} ${end} ${to} ${end}`;
    const path = dom.shape("path", { class: "edge", d: bent([x1, y1, x2, y2]) + bent([x3, y3, x4, y4]) });
    this.svg.append(path);
    this.edges.push({ path, at: [x2, y2], label: dom.shape("g", {}) });
  }

  /** @param {DiagramNode} spec @param {boolean} two whether there is room for a second number, the gradient */
  node(spec, two) {
    const { place } = this;
    const group = dom.shape("g", { class: "node", tabindex: 0, role: "button", translate: "no", "data-key": spec.key, "data-lights": spec.key });
    const number = dom.shape("text", { class: "number" });
    const second = dom.shape("text", { class: "second" });
    const size = place.type[1];
    /** @type {SVGElement} */
    let body;
    /** @type {Point} */
    let middle;
    /** @type {[x: number, y: number, anchor: string]} */
    let name;
    /** @type {Point} */
    let rooms; // for the number and for the second one
    if (this.laid) {
      const [x, y, side] = this.laid.tiles[spec.key];
      const named = side >= NAMED;
      body = dom.shape("rect", { class: "shape", x: x + 1, y: y + 1, width: side - 3, height: side - 3, rx: 5 });
      middle = [x + side / 2, y + side / 2];
      name = [x + 4, y + place.type[0], "start"];
      const [upper, lower] = place.type[0] > 20 ? [0.7, 0.95] : [0.62, 0.9];
      this.set(number, x + side - 5, y + (named ? (two ? upper : 0.8) : 0.65) * side, "end");
      this.set(second, x + side - 5, y + lower * side, "end");
      rooms = [side >= NUMBERED ? side - 8 : 0, named ? side - 8 : 0];
      if (!named) name = [-99, -99, "start"];
    } else if (spec.group === "image" || spec.group === "kernel" || spec.group === "s" || spec.group === "o") {
      const [x, y, tile] = this.corner(spec.place, spec.group);
      body = dom.shape("rect", { class: "shape", x: x + 1, y: y + 1, width: tile - 3, height: tile - 3, rx: 6 });
      middle = [x + tile / 2, y + tile / 2];
      name = [x + 6, y + place.type[0] + 1, "start"];
      this.set(number, x + tile - 6, y + (two ? 0.6 * tile : tile - 10), "end");
      this.set(second, x + tile - 6, y + 0.87 * tile, "end");
      rooms = [tile - 9, tile - 6];
    } else if (spec.group === "dense") {
      const [x, y] = this.edges[spec.place].at;
      const half = (two ? 1.75 : 1.3) * size;
      middle = [x, y];
      body = dom.shape("rect", { class: "shape", x: x - place.pill, y: y - half, width: 2 * place.pill, height: 2 * half, rx: 18 });
      name = [x, y - (two ? 0.76 : 0.28) * size, "middle"];
      this.set(number, x, y + (two ? 0.3 : 0.86) * size, "middle");
      this.set(second, x, y + 1.3 * size, "middle");
      rooms = [2 * place.pill - 6, 2 * place.pill - 12];
    } else {
      const [x, y] = place[/** @type {"alpha" | "y_out" | "loss"} */ (spec.group)];
      const r = place.radius;
      body = dom.shape("circle", { class: "shape", cx: x, cy: y, r });
      middle = [x, y];
      name = [x, y - (two ? 0.9 : 0.55) * size, "middle"];
      const below = [(two ? 0.32 : 0.95) * size, 1.35 * size];
      const chord = (/** @type {number} */ y) => 2 * Math.sqrt(r * r - y * y) - 5;
      this.set(number, x, y + below[0], "middle");
      this.set(second, x, y + below[1], "middle");
      rooms = [chord(below[0]), chord(below[1])];
    }
    const label = dom.shape("text", { class: "name" }, spec.base);
    this.set(label, ...name);
    if (spec.subscript) {
      const kind = /\d/.test(spec.subscript) ? "sub" : "sub letter";
      label.append(dom.shape("tspan", { class: kind, dy: 3 }, spec.subscript));
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
    (spec.group === "dense" && !this.laid ? this.edges[spec.place].label : this.svg).append(group);
    this.nodes.set(spec.key, { group, body, number, second, spec, middle, rooms });
  }

  /** @param {SVGTextElement} text @param {number} x @param {number} y @param {string} anchor */
  set(text, x, y, anchor) {
    dom.set(text, { x, y, "text-anchor": anchor });
  }

  /** @param {DiagramNow} data */
  show(data) {
    const { live, light } = data;
    const unknown = new Set(light.unknown);
    const lit = new Set(light.lit);
    const past = new Set(light.past);
    const type = typeOf(this.root, () => this.fit(true));
    const sizes = this.place.type;
    for (const [key, { group, body, number, second, rooms }] of this.nodes) {
      const [text, strength, told] = live[key];
      const shown = unknown.has(key) ? "?" : text;
      dom.write(number, rooms[0] ? shown : "");
      number.style.fontSize = `${type.fitting(shown, sizes[1], rooms[0])}px`;
      const under = rooms[1] ? light.second[key] ?? "" : "";
      dom.write(second, under);
      second.classList.toggle("past", past.has(key));
      second.style.fontSize = `${type.fitting(under, sizes[2], rooms[1])}px`;
      if (unknown.has(key)) body.style.fill = "url(#hatch)";
      else tinted(body, strength);
      group.setAttribute("aria-description", told);
      group.classList.toggle("open", key === data.open);
      group.classList.toggle("doing", key === light.doing);
      group.dataset.lit = lit.has(key) ? "yes" : "";
    }
    this.edges.forEach(({ path }, k) => {
      const [strength] = data.dense[k];
      path.style.stroke = strength < 0 ? "var(--negative)" : "var(--positive)";
      path.style.strokeWidth = String(1.5 + 4.5 * Math.min(1, Math.abs(strength)));
      path.style.strokeDasharray = strength < 0 ? "2 8" : "none"; // a minus without its colour
    });
    this.drawPaths(light.paths);
    this.point(this.pointed);
  }

  /** The ways by which a variable acts on the loss, node by node.
   * @param {string[][]} paths */
  drawPaths(paths) {
    const down = this.place.down;
    this.paths.replaceChildren(...paths.map((keys) => {
      const points = keys.flatMap((key) => { const node = this.nodes.get(key); return node ? [node.middle] : []; });
      let d = `M${points[0]}`;
      for (let n = 1; n < points.length; n += 1) {
        const [x1, y1] = points[n - 1];
        const [x2, y2] = points[n];
        const bend = down ? [x1, (y1 + y2) / 2, x2, (y1 + y2) / 2] : [(x1 + x2) / 2, y1, (x1 + x2) / 2, y2];
        d += `C${bend} ${x2} ${y2}`;
      }
      return dom.shape("path", { class: "path", d });
    }));
  }

  /** What the node is made of lights up; without one, the opened node says its line.
   * @param {string | null} key */
  point(key) {
    this.pointed = key;
    if (!this.data) return;
    const { light, live, frame } = this.data;
    const shown = key ?? light.doing ?? this.data.open;
    const told = shown in live ? live[shown][2] : frame.hint;
    if (this.told.textContent !== told) this.told.textContent = told;
    const made = new Set(key ? frame.from[key] ?? [] : []);
    for (const [other, { group }] of this.nodes) {
      group.classList.toggle("lit", made.has(other) || (!key && group.dataset.lit === "yes"));
    }
    if (this.laid) return; // no window is outlined: what a node is made of lights up
    const node = key && this.nodes.get(key);
    const inWindow = node && (node.spec.group === "s" || node.spec.group === "o");
    const lit = inWindow ? [node.spec.place] : light.windows;
    const tile = this.place.tile[0];
    const [x, y] = this.place.image;
    this.windows.forEach((rect, k) => {
      // four windows at once stay apart: where two share an edge, it is doubled within the gap
      // between the tiles, so that no line runs through a number
      const apart = lit.length > 1 ? 2 : 0;
      const [i, j] = [Math.floor(k / 2), k % 2];
      dom.set(rect, {
        visibility: lit.includes(k) ? "visible" : "hidden",
        x: x + j * tile - 0.5 + (i ? apart : -apart),
        y: y + i * tile - 0.5 + (j ? apart : -apart),
        width: 3 * tile,
        height: 3 * tile,
      });
    });
  }
}

const diagramOf = dom.onePerRoot((root) => new Diagram(root));

/** @param {Mounted<Following<DiagramNow>>} component */
export default function (component) {
  const { data: [data], setTriggerValue } = component;
  const root = dom.rootOf(component, "diagram");
  /** @param {string} key */
  const pick = (key) => setTriggerValue("picked", key);
  bus.join(root, data, (now) => diagramOf(root).update(now, pick));
}
