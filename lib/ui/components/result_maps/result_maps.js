// @ts-check
// Tables of buttons. One cell of each table is in the tab order; arrow keys go to its neighbours.

/** @type {Record<string, [down: number, right: number]>} */
const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** @param {string} text @param {"row" | "col"} scope */
function head(text, scope) {
  const node = dom.element("th", "", text);
  node.scope = scope;
  return node;
}

/** The place that an arrow key leads to from place `at` of a table with so many columns.
 * @param {string} key @param {number} at @param {number} width @param {number} count */
function beside(key, at, width, count) {
  if (!(key in MOVES)) return at;
  const [row, column] = [Math.floor(at / width) + MOVES[key][0], (at % width) + MOVES[key][1]];
  const next = row * width + column;
  return column < 0 || column >= width || next < 0 || next >= count ? at : next;
}

/** @param {HTMLButtonElement[]} cells @param {number} width @param {number} at @param {KeyboardEvent} event */
function walk(cells, width, at, event) {
  const next = beside(event.key, at, width, cells.length);
  if (next === at) return;
  event.preventDefault();
  cells[at].tabIndex = -1;
  cells[next].tabIndex = 0;
  cells[next].focus();
}

/** @param {HTMLElement} root @param {ResultTable} given @param {(key: string) => void} pick */
function buildTable(root, given, pick) {
  const map = dom.element("section", "map");
  map.setAttribute("aria-label", given.title);
  const table = dom.fixed(dom.element("table")), top = dom.element("tr"), body = dom.element("tbody");
  /** @type {HTMLButtonElement[]} */
  const cells = [];
  top.append(head(given.corner, "col"), ...given.columns.map((name) => head(name, "col")));
  table.append(dom.element("thead", "", top), body);
  const width = given.columns.length;
  given.rows.forEach((name, row) => {
    const line = dom.element("tr");
    line.append(head(name, "row"));
    for (let column = 0; column < width; column += 1) {
      const cell = dom.button("cell"), box = dom.element("td", "", cell), at = row * width + column;
      cell.tabIndex = at ? -1 : 0;
      cell.onclick = () => pick(cell.dataset.key ?? "");
      cell.onkeydown = (event) => walk(cells, width, at, event);
      line.append(box);
      cells.push(cell);
    }
    body.append(line);
  });
  const scroll = dom.element("div", "scroll");
  scroll.append(table);
  map.append(dom.element("div", "title", given.title), scroll);
  root.append(map);
  return cells;
}

const shownOn = dom.onePerRoot(() => ({
  frame: "",
  tables: /** @type {HTMLButtonElement[][]} */ ([]),
  pick: (/** @type {string} */ _key) => {},
}));

/** @param {Mounted<ResultMaps>} component */
export default function (component) {
  const { data: [data], setTriggerValue } = component;
  const root = dom.rootOf(component, "result_maps");
  const frame = JSON.stringify(data.tables.map(({ title, corner, columns, rows }) => [title, corner, columns, rows]));
  const known = shownOn(root);
  known.pick = (key) => setTriggerValue("picked", key);
  if (known.frame !== frame) {
    root.replaceChildren();
    known.frame = frame;
    known.tables = data.tables.map((given) => buildTable(root, given, (key) => known.pick(key)));
  }
  known.tables.forEach((cells, k) => cells.forEach((cell, at) => show(cell, data.tables[k].cells[at])));
}

/** @param {HTMLButtonElement} cell @param {ResultCell} given */
function show(cell, [key, text, spoken, strength, pin, crossed]) {
  cell.dataset.key = key;
  dom.write(cell, text);
  cell.title = spoken;
  cell.setAttribute("aria-label", pin ? `${spoken} (${pin})` : spoken);
  cell.setAttribute("aria-pressed", String(Boolean(pin)));
  cell.classList.toggle("crossed", crossed);
  for (const node of [cell, cell.parentElement]) {
    if (pin) node?.setAttribute("data-pin", pin);
    else node?.removeAttribute("data-pin");
  }
  cell.style.setProperty("--strength", `${Math.round(55 * strength)}%`);
}
