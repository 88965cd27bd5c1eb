// Arrays of numbers as tables of tiles in the shape of their matrix. A tile that has a key is a
// button: a click, Enter or Space picks it.

const built = new WeakMap();
const READABLE = 0.62; // rem: no number is smaller than this as long as its tile can grow
const GROWS = 0.4; // rem at a time, so that a matrix does not tremble with every digit

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function build(root, data, pick) {
  root.replaceChildren();
  const grids = [];
  const stacks = new Map();
  for (const grid of data.grids) {
    const section = element("section", grid.small ? "small" : "");
    section.setAttribute("role", "group");
    section.setAttribute("aria-label", grid.spoken);
    if (grid.title) {
      const title = element("div", "grid-title", grid.title);
      if (grid.note) title.append(element("span", "", grid.note));
      section.append(title);
    }
    const rows = element("div", "rows");
    const tiles = [];
    for (const cell of grid.cells) {
      const tile = element(cell.key ? "button" : "div", "tile");
      const name = element("span", "name", cell.base);
      if (cell.subscript) name.append(element("sub", /\d/.test(cell.subscript) ? "" : "letter", cell.subscript));
      const number = element("span", "number");
      const detail = element("span", "detail");
      tile.append(name);
      if (grid.details) tile.append(detail);
      tile.append(number);
      if (cell.lights) tile.dataset.lights = cell.lights;
      if (cell.key) {
        tile.type = "button";
        tile.dataset.key = cell.key;
        tile.onclick = () => root.pick(cell.key);
      }
      rows.append(tile);
      tiles.push({ tile, number, detail });
    }
    section.append(rows);
    grids.push({ ...grid, rows, tiles });
    // matrices with the same stack stand one above the other
    if (!stacks.has(grid.stack)) {
      stacks.set(grid.stack, element("div", "stack"));
      root.append(stacks.get(grid.stack));
    }
    stacks.get(grid.stack).append(section);
  }
  return grids;
}

// The width that the tiles of a matrix have in rem: more than asked for where a number would be too
// small to read, but never so much that the matrix is wider than the page.
function widen(root, grid, cells, type) {
  const texts = cells.flatMap(([text, , , , pieces]) => [text, ...pieces]);
  const longest = Math.max(...texts.map((text) => type.ems(text)));
  const frame = grid.small ? 0.45 : 0.95; // a tile's padding and border
  const more = Math.ceil((longest * READABLE + frame - grid.width) / GROWS) * GROWS;
  let width = grid.width;
  if (more > 0 && root.clientWidth) {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const most = (root.clientWidth - 3 * (grid.columns - 1)) / grid.columns / rem;
    width = Math.max(width, Math.min(width + more, most));
  }
  if (grid.shown !== width) {
    grid.shown = width;
    grid.rows.style.gridTemplateColumns = `repeat(${grid.columns}, ${width}rem)`;
  }
  return width - frame;
}

function show(root, data) {
  const type = typeOf(root, () => show(root, data));
  const frame = JSON.stringify(data.grids);
  let known = built.get(root);
  if (!known || known.frame !== frame) {
    known = { frame, grids: build(root, data) };
    built.set(root, known);
  }
  let from = 0;
  for (const grid of known.grids) {
    const cells = data.cells.slice(from, from + grid.tiles.length);
    from += grid.tiles.length;
    const room = widen(root, grid, cells, type);
    grid.tiles.forEach((it, k) => fill(it, cells[k], type, grid.small ? 0.74 : 0.86, room));
  }
}

function fill(it, [text, strength, spoken, mark, pieces], type, size, room) {
  const { tile, number, detail } = it;
  const said = JSON.stringify([text, pieces, room]);
  if (it.said !== said || !type.settled) {
    it.said = said;
    number.textContent = text;
    number.style.fontSize = `${type.fitting(text, size, room)}rem`;
    detail.replaceChildren(...pieces.map((piece) => element("span", "", piece)));
    const small = Math.min(...pieces.map((piece) => type.fitting(piece, 0.74, room)));
    detail.style.fontSize = pieces.length ? `${small}rem` : "";
  }
  if (it.spoken !== spoken) {
    it.spoken = spoken;
    tile.title = spoken;
    if (tile.tagName === "BUTTON") tile.setAttribute("aria-label", spoken);
  }
  if (it.mark !== mark) {
    it.mark = mark;
    if (tile.tagName === "BUTTON") tile.setAttribute("aria-pressed", String(mark === "open"));
    for (const name of ["open", "lit", "faded"]) tile.classList.toggle(name, mark === name);
  }
  const tint = `${strength < 0 ? "negative" : "positive"} ${Math.round(45 * Math.min(1, Math.abs(strength)))}`;
  if (it.tint !== tint) {
    it.tint = tint;
    const [colour, percent] = tint.split(" ");
    tile.style.setProperty("--tint", `var(--${colour})`);
    tile.style.setProperty("--strength", `${percent}%`);
  }
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".grids");
  root.pick = (key) => setTriggerValue("picked", key);
  bus.join(root, data, (now) => show(root, now));
}
