// Formulas, numbers and tables. The data is a list of blocks, each [kind, ...what it shows]; a block
// that did not change is left alone, and one that did changes only the texts that are different.

let katex = null;
const sheets = new WeakMap();

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function set(node, latex) {
  if (node.latex === latex) return;
  node.latex = latex;
  const marked = katex.plain ? withoutMarks(latex) : withMarks(latex);
  katex.render(`\\displaystyle ${marked}`, node, { throwOnError: false, strict: "ignore", trust: trusted });
}

// A cell or a label is plain text, or a formula in a list of its own.
function fill(node, content) {
  if (Array.isArray(content)) set(node, content[0]);
  else write(node, content);
}

// "N9", or "like N9": leads to that equation of the notes.
function badgeOf(text) {
  const node = element("a", "badge", text);
  node.href = bus.address(`notes#${text.match(/N\d+/)[0].toLowerCase()}`);
  return node;
}

const KINDS = {
  formula: {
    build(block, latex, badge, note) {
      block.formula = element("span", "");
      block.node = element("p", "formula", block.formula);
      if (badge) block.node.append(" ", badgeOf(badge));
      if (note) block.node.append(" ", element("span", "note", note));
    },
    show(block, latex, badge, note, places) {
      block.places = places;
      set(block.formula, latex);
    },
  },
  text: {
    build(block, text, style) {
      block.node = element("p", style);
    },
    show(block, text) {
      write(block.node, text);
    },
  },
  warning: {
    build(block) {
      const sign = element("span", "sign", "⚠");
      sign.setAttribute("aria-hidden", "true");
      block.text = element("span", "");
      block.node = element("div", "warning", sign, block.text);
      block.node.setAttribute("role", "alert");
    },
    show(block, text) {
      write(block.text, text);
    },
  },
  metrics: {
    build(block, items) {
      block.items = items.map(([label, , help]) => {
        const words = element("span", "words");
        const name = element("span", "label", words);
        const value = element("span", "value");
        const node = element("div", "metric", name, value);
        fill(words, label);
        if (help) {
          const mark = element("button", "help", "?");
          mark.type = "button";
          mark.title = help;
          mark.setAttribute("aria-label", help);
          const told = element("span", "told", help);
          told.setAttribute("role", "tooltip");
          name.append(mark, told);
        }
        return { node, value };
      });
      block.node = element("div", "metrics", ...block.items.map(({ node }) => node));
    },
    show(block, items) {
      items.forEach(([, value], k) => write(block.items[k].value, value));
    },
  },
  table: {
    build(block, heads, rows) {
      const head = element("tr", "", ...heads.map((text) => element("th", "", text)));
      for (const cell of head.children) cell.scope = "col";
      block.cells = rows.map((row) => row.map(() => element("td", "")));
      const body = block.cells.map((cells) => element("tr", "", ...cells));
      const table = element("table", "", element("thead", "", head), element("tbody", "", ...body));
      block.node = element("div", "table", table);
    },
    show(block, heads, rows) {
      rows.forEach((row, r) => row.forEach((content, c) => fill(block.cells[r][c], content)));
    },
  },
  // Terms that add up: each bar begins where the one before it ends.
  bars: {
    build(block, spoken, rows) {
      block.rows = rows.map(([name]) => {
        const bar = element("div", "bar");
        const zero = element("div", "zero");
        const value = element("span", "value");
        const node = element("div", "row", element("span", "name", name), element("div", "track", zero, bar), value);
        return { node, bar, zero, value };
      });
      block.node = element("div", "bars", ...block.rows.map(({ node }) => node));
      block.node.setAttribute("role", "group");
      block.node.setAttribute("aria-label", spoken);
    },
    show(block, spoken, rows) {
      const ends = rows.flatMap(([, start, end]) => [start, end]);
      const low = Math.min(0, ...ends);
      const range = Math.max(0, ...ends) - low || 1;
      const percent = (x) => `${(100 * (x - low)) / range}%`;
      rows.forEach(([, start, end, text], k) => {
        const { bar, zero, value, node } = block.rows[k];
        bar.style.left = percent(Math.min(start, end));
        bar.style.width = `${(100 * Math.abs(end - start)) / range}%`;
        zero.style.left = percent(0);
        node.classList.toggle("minus", end < start);
        node.classList.toggle("total", k === rows.length - 1);
        write(value, text);
      });
    },
  },
};

// What must be the same for a block to be kept: its kind, and all that only `build` looks at.
const SHAPES = {
  formula: ([, badge, note, places]) => [badge, note, places.length],
  text: ([, style]) => style,
  warning: () => "",
  metrics: ([items]) => items.map(([label, , help]) => [label, help]),
  table: ([heads, rows]) => [heads, rows.length],
  bars: ([spoken, rows]) => [spoken, rows.map(([name]) => name)],
};

class Sheet {
  constructor(root) {
    this.root = root;
    this.blocks = [];
    root.setAttribute("aria-busy", "true"); // until KaTeX is there
  }

  show(data) {
    this.waiting = data;
    if (!katex) return;
    this.root.removeAttribute("aria-busy");
    data.blocks.forEach((told, k) => {
      const [kind, ...content] = told;
      const text = JSON.stringify(told);
      let block = this.blocks[k];
      if (block?.told === text) return;
      const shape = JSON.stringify([kind, SHAPES[kind](content)]);
      if (block?.shape !== shape) {
        const old = block?.node;
        block = this.blocks[k] = { shape };
        KINDS[kind].build(block, ...content);
        if (old) old.replaceWith(block.node);
        else this.root.append(block.node);
      }
      block.told = text;
      KINDS[kind].show(block, ...content);
    });
    for (const { node } of this.blocks.splice(data.blocks.length)) node.remove();
    if (data.factors) {
      this.factors ??= new Factors(this.root, set, (key) => this.open(key));
      this.factors.show(data.factors, this.blocks);
    }
  }
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".sheet");
  if (!sheets.has(root)) sheets.set(root, new Sheet(root));
  const sheet = sheets.get(root);
  sheet.open = (key) => setTriggerValue("picked", key);
  bus.join(root, data, (now) => sheet.show(now));
  if (katex) return;
  const take = (library) => {
    katex = library;
    sheet.show(sheet.waiting);
  };
  // a host that does not serve it: the LaTeX itself, with its numbers, is better than nothing
  const plain = { plain: true, render: (latex, node) => { node.textContent = latex.replace("\\displaystyle ", ""); } };
  import(bus.address(root.dataset.katex)).then(() => take(window.katex ?? plain), () => take(plain));
}
