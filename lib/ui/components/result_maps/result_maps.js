// Tables of buttons. One cell of each table is in the tab order; arrow keys go to its neighbours.

const known = new WeakMap();
const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function head(text, scope) {
  const node = element("th", "", text);
  node.scope = scope;
  return node;
}

function walk(cells, width, at, event) {
  const move = MOVES[event.key];
  if (!move) return;
  const row = Math.floor(at / width) + move[0], column = (at % width) + move[1];
  const next = cells[row * width + column];
  if (column < 0 || column >= width || !next) return;
  event.preventDefault();
  cells.forEach((cell) => { cell.tabIndex = -1; });
  next.tabIndex = 0;
  next.focus();
}

function buildTable(root, given) {
  const map = element("section", "map");
  map.setAttribute("aria-label", given.title);
  const table = element("table"), top = element("tr"), cells = [];
  top.append(head(given.corner, "col"), ...given.columns.map((name) => head(name, "col")));
  table.append(element("thead"), element("tbody"));
  table.tHead.append(top);
  const width = given.columns.length;
  given.rows.forEach((name, row) => {
    const line = element("tr");
    line.append(head(name, "row"));
    for (let column = 0; column < width; column += 1) {
      const cell = element("button", "cell"), box = element("td"), at = row * width + column;
      cell.type = "button";
      cell.tabIndex = at ? -1 : 0;
      cell.onclick = () => root.pick(cell.dataset.key);
      cell.onkeydown = (event) => walk(cells, width, at, event);
      box.append(cell);
      line.append(box);
      cells.push(cell);
    }
    table.tBodies[0].append(line);
  });
  const scroll = element("div", "scroll");
  scroll.append(table);
  map.append(element("div", "title", given.title), scroll);
  root.append(map);
  return cells;
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".result_maps");
  root.pick = (key) => setTriggerValue("picked", key);
  const frame = JSON.stringify(data.tables.map(({ cells, ...rest }) => rest));
  let built = known.get(root);
  if (!built || built.frame !== frame) {
    root.replaceChildren();
    built = { frame, tables: data.tables.map((given) => buildTable(root, given)) };
    known.set(root, built);
  }
  built.tables.forEach((cells, k) => {
    cells.forEach((cell, at) => {
      const [key, text, spoken, strength, pin, crossed] = data.tables[k].cells[at];
      cell.dataset.key = key;
      if (cell.textContent !== text) cell.textContent = text;
      cell.title = spoken;
      cell.setAttribute("aria-label", pin ? `${spoken} (${pin})` : spoken);
      cell.setAttribute("aria-pressed", String(Boolean(pin)));
      cell.classList.toggle("crossed", crossed);
      for (const node of [cell, cell.parentElement]) {
        if (pin) node.dataset.pin = pin;
        else delete node.dataset.pin;
      }
      cell.style.setProperty("--strength", `${Math.round(55 * strength)}%`);
    });
  });
}
