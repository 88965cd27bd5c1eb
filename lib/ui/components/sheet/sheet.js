// @ts-check
// Formulas, numbers and tables. The data is a list of blocks, each [kind, ...what it shows]; a block
// that did not change is left alone, and one that did changes only the texts that are different.

/** @type {Katex | null} */
let katex = null;
/** @type {WeakMap<HTMLElement, string>} */
const latexOf = new WeakMap();

/** @param {HTMLElement} node @param {string} latex */
function set(node, latex) {
  if (!katex || latexOf.get(node) === latex) return;
  latexOf.set(node, latex);
  const marked = katex.isPlain ? withoutMarks(latex) : withMarks(latex);
  katex.render(`\\displaystyle ${marked}`, node, { throwOnError: false, strict: "ignore", trust: trusted });
}

/** A cell or a label is plain text, or a formula in a list of its own.
 * @param {HTMLElement} node @param {Content} content */
function fill(node, content) {
  if (Array.isArray(content)) set(node, content[0]);
  else dom.write(node, content);
}

/** "N9", or "like N9": leads to that equation of the notes.
 * @param {string} text */
function badgeOf(text) {
  const node = dom.fixed(dom.element("a", "badge", text));
  node.href = bus.address(`notes#${text.match(/N\d+/)?.[0].toLowerCase()}`);
  return node;
}

/** @typedef {{ node: HTMLElement, show: (block: any) => void, places?: number[] }} Built */
/** What builds a block: its node, and the function that shows a block of the same kind and shape there.
 * @type {{ [Kind in Block[0]]: (block: Extract<Block, [Kind, ...any]>) => Built }} */
const KINDS = {
  formula([, , badge, note, places]) {
    const formula = dom.fixed(dom.element("span"));
    const node = dom.element("p", "formula", formula);
    if (badge) node.append(" ", badgeOf(badge));
    if (note) node.append(" ", dom.element("span", "note", note));
    return { node, show: ([, latex]) => set(formula, latex), places };
  },
  // Its = signs stand under each other, and what a line cannot hold goes on under its own.
  equation([, , rows]) {
    const left = dom.fixed(dom.element("span", "left"));
    const rights = rows.map(() => dom.fixed(dom.element("span")));
    const lines = rows.map(([, badge], n) => {
      const line = dom.element("p", "formula", rights[n]);
      if (badge) line.append(" ", badgeOf(badge));
      return line;
    });
    const show = (/** @type {Extract<Block, ["equation", ...any]>} */ [, latex, now]) => {
      set(left, latex);
      now.forEach(([right], n) => set(rights[n], right));
    };
    return { node: dom.element("div", "equation", left, ...lines), show };
  },
  text([, , style]) {
    const node = dom.element("p", style);
    return { node, show: ([, text]) => dom.write(node, text) };
  },
  warning() {
    const sign = dom.element("span", "sign", "⚠");
    sign.setAttribute("aria-hidden", "true");
    const said = dom.element("span");
    const node = dom.element("div", "warning", sign, said);
    node.setAttribute("role", "alert");
    return { node, show: ([, text]) => dom.write(said, text) };
  },
  metrics([, items]) {
    const metrics = items.map(([label, , help]) => {
      const words = dom.element("span", "words");
      const name = dom.element("span", "label", words);
      const value = dom.fixed(dom.element("span", "value"));
      fill(words, label);
      if (help) name.append(...helping(help));
      return { node: dom.element("div", "metric", name, value), value };
    });
    return {
      node: dom.element("div", "metrics", ...metrics.map(({ node }) => node)),
      show: (/** @type {Extract<Block, ["metrics", ...any]>} */ [, now]) =>
        now.forEach(([, value], k) => dom.write(metrics[k].value, value)),
    };
  },
  table([, heads, rows]) {
    const cells = rows.map((row) => row.map(() => dom.fixed(dom.element("td"))));
    const head = heads.map((text) => dom.element("th", "", text));
    for (const cell of head) cell.scope = "col";
    const body = dom.element("tbody", "", ...cells.map((row) => dom.element("tr", "", ...row)));
    const table = dom.element("table", "", dom.element("thead", "", dom.element("tr", "", ...head)), body);
    const node = dom.element("div", "table", table);
    // on a phone, or with all digits, it is wider than the page: keys can scroll it
    node.tabIndex = 0;
    dom.set(node, { role: "group", "aria-label": heads.join(", ") });
    return {
      node,
      show: (/** @type {Extract<Block, ["table", ...any]>} */ [, , now]) =>
        now.forEach((row, r) => row.forEach((content, c) => fill(cells[r][c], content))),
    };
  },
  // Terms that add up: each bar begins where the one before it ends.
  bars([, spoken, rows]) {
    const bars = rows.map(([name]) => {
      const bar = dom.element("div", "bar");
      const zero = dom.element("div", "zero");
      const value = dom.fixed(dom.element("span", "value"));
      const track = dom.element("div", "track", zero, bar);
      const node = dom.element("div", "row", dom.element("span", "name", name), track, value);
      return { node, bar, zero, value };
    });
    const node = dom.element("div", "bars", ...bars.map((bar) => bar.node));
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", spoken);
    return { node, show: ([, , now]) => showBars(bars, now) };
  },
};

/** A question mark that tells more while it has the focus, or under the pointer.
 * @param {string} help */
function helping(help) {
  const mark = dom.button("help", "?");
  mark.title = help;
  mark.setAttribute("aria-label", help);
  const told = dom.element("span", "told", help);
  told.setAttribute("role", "tooltip");
  return [mark, told];
}

/** @param {{ node: HTMLElement, bar: HTMLElement, zero: HTMLElement, value: HTMLElement }[]} bars
 * @param {[name: string, start: number, end: number, text: string][]} rows */
function showBars(bars, rows) {
  const ends = rows.flatMap(([, start, end]) => [start, end]);
  const low = Math.min(0, ...ends);
  const range = Math.max(0, ...ends) - low || 1;
  const percent = (/** @type {number} */ x) => `${(100 * (x - low)) / range}%`;
  rows.forEach(([, start, end, text], k) => {
    const { bar, zero, value, node } = bars[k];
    bar.style.left = percent(Math.min(start, end));
    bar.style.width = `${(100 * Math.abs(end - start)) / range}%`;
    zero.style.left = percent(0);
    node.classList.toggle("minus", end < start);
    node.classList.toggle("total", k === rows.length - 1);
    dom.write(value, text);
  });
}

/** What must be the same for a block to be kept: its kind, and all that only building looks at.
 * @param {Block} block */
function shapeOf(block) {
  switch (block[0]) {
    case "formula":
      return ["formula", ...block.slice(2)];
    case "equation":
      return ["equation", block[2].map(([, badge]) => badge)];
    case "text":
      return ["text", block[2]];
    case "warning":
      return ["warning"];
    case "metrics":
      return ["metrics", block[1].map(([label, , help]) => [label, help])];
    case "table":
      return ["table", block[1], block[2].length];
    case "bars":
      return ["bars", block[1], block[2].map(([name]) => name)];
  }
}

class Sheet {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {(Built & { shape: string, told: string })[]} */
    this.blocks = [];
    /** @type {SheetNow | null} */
    this.waiting = null;
    /** @type {(key: string) => void} */
    this.open = () => {};
    this.factors = new Factors(root, set, (key) => this.open(key));
    /** @type {FactorsNow | null} */
    this.toldOfFactors = null;
    root.setAttribute("aria-busy", "true"); // until KaTeX is there
  }

  /** @param {SheetNow | null} data */
  show(data) {
    this.waiting = data;
    if (!katex || !data) return;
    this.root.removeAttribute("aria-busy");
    data.blocks.forEach((block, k) => this.showBlock(block, k));
    for (const { node } of this.blocks.splice(data.blocks.length)) node.remove();
  }

  /** @param {FactorsNow | null} told of the factors in its formulas */
  tell(told) {
    this.toldOfFactors = told;
    if (told && katex) this.factors.show(told, this.blocks);
  }

  /** @param {Block} block @param {number} k */
  showBlock(block, k) {
    const told = JSON.stringify(block);
    const old = this.blocks[k];
    if (old?.told === told) return;
    const shape = JSON.stringify(shapeOf(block));
    const kept = old?.shape === shape ? old : { ...build(block), shape, told };
    if (!old) this.root.append(kept.node);
    else if (old !== kept) old.node.replaceWith(kept.node);
    kept.told = told;
    kept.show(block);
    this.blocks[k] = kept;
  }
}

/** @param {any} block @returns {Built} */
const build = (block) => KINDS[/** @type {Block} */ (block)[0]](/** @type {never} */ (block));

const sheetOf = dom.onePerRoot((root) => new Sheet(root));

/** @param {Mounted<Following<SheetNow>>} component */
export default function (component) {
  const root = dom.rootOf(component, "sheet");
  const sheet = sheetOf(root);
  sheet.open = (key) => component.setTriggerValue("picked", key);
  const [data] = component.data;
  bus.join(root, data, (now) => sheet.show(now));
  if (data.beside) bus.join(sheet.factors.told, { ...data.beside, stamp: data.stamp }, (now) => sheet.tell(now));
  if (katex) return;
  /** @param {Katex} library */
  const take = (library) => {
    katex = library;
    sheet.show(sheet.waiting);
    sheet.tell(sheet.toldOfFactors);
  };
  // a host that does not serve it: the LaTeX itself, with its numbers, is better than nothing
  const plain = {
    isPlain: true,
    /** @param {string} latex @param {HTMLElement} node */
    render: (latex, node) => { node.textContent = latex.replace("\\displaystyle ", ""); },
  };
  import(bus.address(root.dataset.katex ?? "")).then(() => take(window.katex ?? plain), () => take(plain));
}
