// Arrays of numbers as tables of tiles in the shape of their matrix. A tile that has a key is a
// button: a click, Enter or Space picks it.

const built = new WeakMap();

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function build(root, data, pick) {
  root.replaceChildren();
  const tiles = [];
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
    rows.style.gridTemplateColumns = `repeat(${grid.columns}, ${grid.width})`;
    for (const cell of grid.cells) {
      const tile = element(cell.key ? "button" : "div", "tile");
      const name = element("span", "name", cell.base);
      if (cell.subscript) name.append(element("sub", /\d/.test(cell.subscript) ? "" : "letter", cell.subscript));
      const number = element("span", "number");
      const detail = element("span", "detail");
      tile.append(name);
      if (grid.details) tile.append(detail);
      tile.append(number);
      if (cell.key) {
        tile.type = "button";
        tile.dataset.key = cell.key;
        tile.onclick = () => root.pick(cell.key);
      }
      rows.append(tile);
      tiles.push({ tile, number, detail });
    }
    section.append(rows);
    // matrices with the same stack stand one above the other
    if (!stacks.has(grid.stack)) {
      stacks.set(grid.stack, element("div", "stack"));
      root.append(stacks.get(grid.stack));
    }
    stacks.get(grid.stack).append(section);
  }
  return tiles;
}

function show(root, data) {
  const frame = JSON.stringify(data.grids);
  let known = built.get(root);
  if (!known || known.frame !== frame) {
    known = { frame, tiles: build(root, data) };
    built.set(root, known);
  }
  known.tiles.forEach((it, k) => {
    const [text, strength, spoken, mark, small] = data.cells[k];
    const { tile, number, detail } = it;
    if (number.textContent !== text) number.textContent = text;
    if (detail.textContent !== (small || "")) detail.textContent = small || "";
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
  });
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".grids");
  root.pick = (key) => setTriggerValue("picked", key);
  bus.join(root, data, (now) => show(root, now));
}
