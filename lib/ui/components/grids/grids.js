// @ts-check
// Arrays of numbers as tables of tiles in the shape of their matrix. A tile that has a key is a
// button: a click, Enter or Space picks it.

const READABLE = 0.64; // rem: no number is smaller than this as long as its tile can grow
const GROWS = 0.4; // rem at a time, so that a matrix does not tremble with every digit

/** @typedef {ReturnType<typeof tileOf>} Tile */
/** @typedef {Grid & { rows: HTMLElement, tiles: Tile[], shown: number }} Built */

/** @param {HTMLElement} root @param {Grid[]} given @param {(key: string) => void} pick */
function build(root, given, pick) {
  /** @type {Built[]} */
  const grids = [];
  /** @type {Map<string, HTMLElement>} */
  const stacks = new Map();
  for (const grid of given) {
    const section = dom.element("div", grid.small ? "small" : "");
    section.setAttribute("role", "group");
    section.setAttribute("aria-label", grid.spoken);
    if (grid.title) section.append(dom.element("div", "grid-title", grid.title));
    const tiles = grid.cells.map((cell) => tileOf(cell, grid.details, pick));
    const rows = dom.fixed(dom.element("div", "rows", ...tiles.map(({ tile }) => tile)));
    section.append(rows);
    grids.push({ ...grid, rows, tiles, shown: 0 });
    // matrices with the same stack stand one above the other
    const stack = stacks.get(grid.stack) ?? dom.element("div", "stack");
    stacks.set(grid.stack, stack);
    stack.append(section);
  }
  root.replaceChildren(...stacks.values());
  return grids;
}

/** @param {Grid["cells"][0]} cell @param {boolean} details @param {(key: string) => void} pick */
function tileOf({ base, subscript, key, about, lights }, details, pick) {
  const number = dom.element("span", "number");
  const detail = dom.element("span", "detail");
  const tile = key ? dom.button("tile") : dom.element("div", "tile");
  // what a tile is called is what it shows, so that a voice can ask for it
  const is = dom.element("span", "spoken", " = ");
  tile.append(dom.symbol(base, subscript), ...(details ? [detail] : []), is, number);
  if (key) tile.onclick = () => pick(key);
  if (key || about) tile.dataset.key = key || about;
  if (lights) tile.dataset.lights = lights;
  return { tile, number, detail, said: "", spoken: "", mark: "", tint: "" };
}

/** What the page gives and asks for. It is asked only when something is laid out anew: asking at every
 * move of a slider would have the page laid out at every move. @param {HTMLElement} root */
function roomOf(root) {
  return {
    wide: root.clientWidth,
    share: Number(getComputedStyle(root).getPropertyValue("--tile-width") || 1), // of a tile's usual width
    rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
  };
}

/** The width that the tiles of a matrix have in rem: more than asked for where a number would be too
 * small to read, but never so much that the matrix is wider than the page.
 * @param {ReturnType<typeof roomOf>} page @param {Built} grid @param {GridCell[]} cells @param {Type} type */
function widen(page, grid, cells, type) {
  const texts = cells.flatMap(([text, , , , pieces]) => [text, ...pieces]);
  const longest = Math.max(...texts.map((text) => type.ems(text)));
  const frame = grid.small || page.share < 1 ? 0.45 : 0.95; // a tile's padding and border
  let width = grid.width * page.share;
  const more = Math.ceil((longest * READABLE + frame - width) / GROWS) * GROWS;
  let most = Infinity;
  if (page.wide) {
    most = (page.wide - 3 * (grid.columns - 1)) / grid.columns / page.rem;
    if (more > 0) width = Math.max(width, Math.min(width + more, most));
  }
  if (grid.shown !== width) {
    grid.shown = width;
    // where the page is narrower than the matrix, its tiles get narrower
    grid.rows.style.gridTemplateColumns = `repeat(${grid.columns}, minmax(0, ${width}rem))`;
  }
  return Math.min(width, most) - frame;
}

const shownOn = dom.onePerRoot(() => ({
  frame: "",
  grids: /** @type {Built[]} */ ([]),
  pick: (/** @type {string} */ _key) => {},
  page: /** @type {ReturnType<typeof roomOf> | null} */ (null),
}));

/** @param {HTMLElement} root @param {GridsNow} data */
function show(root, data) {
  const type = typeOf(root, () => show(root, data));
  const frame = JSON.stringify(data.grids);
  const known = shownOn(root);
  if (known.frame !== frame) {
    known.frame = frame;
    known.grids = build(root, data.grids, (key) => known.pick(key));
    known.page = null;
  }
  const page = (known.page = type.settled && known.page ? known.page : roomOf(root));
  let from = 0;
  for (const grid of known.grids) {
    const cells = data.cells.slice(from, from + grid.tiles.length);
    from += grid.tiles.length;
    const room = widen(page, grid, cells, type);
    grid.tiles.forEach((it, k) => fill(it, cells[k], type, grid.small ? 0.74 : 0.86, room));
  }
}

/** @param {Tile} it @param {GridCell} cell @param {Type} type @param {number} size @param {number} room */
function fill(it, [text, strength, spoken, mark, pieces], type, size, room) {
  const { tile, number, detail } = it;
  const said = JSON.stringify([text, pieces, room]);
  if (it.said !== said || !type.settled) {
    it.said = said;
    number.textContent = text;
    number.style.fontSize = `${type.fitting(text, size, room)}rem`;
    detail.replaceChildren(...pieces.map((piece) => dom.element("span", "", piece)));
    const small = Math.min(...pieces.map((piece) => type.fitting(piece, 0.74, room)));
    detail.style.fontSize = pieces.length ? `${small}rem` : "";
  }
  if (it.spoken !== spoken) {
    it.spoken = spoken;
    tile.title = spoken;
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

/** @param {Mounted<Following<GridsNow>>} component */
export default function (component) {
  const { data: [data], setTriggerValue } = component;
  const root = dom.rootOf(component, "grids");
  shownOn(root).pick = (key) => setTriggerValue("picked", key);
  bus.join(root, data, (now) => show(root, now));
}
