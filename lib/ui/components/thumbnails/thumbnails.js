// @ts-check
// Small images, the page's colour for 0 and blue for 1 as on the sliders, each with up to two
// lines of text under it.

/** @param {number[][]} rows @param {string} ink */
function painted(rows, ink) {
  const canvas = dom.element("canvas");
  [canvas.width, canvas.height] = [rows[0].length, rows.length];
  canvas.style.setProperty("--wide", String(canvas.width / canvas.height));
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.fillStyle = ink;
  rows.forEach((row, y) => row.forEach((pixel, x) => {
    context.globalAlpha = Math.min(1, Math.max(0, pixel));
    context.fillRect(x, y, 1, 1);
  }));
  return canvas;
}

/** @param {Mounted<Thumbnails>} component */
export default function (component) {
  const { data: [data], setTriggerValue } = component;
  const root = dom.rootOf(component, "thumbnails");
  const now = JSON.stringify(data);
  if (root.dataset.now === now) return;
  root.dataset.now = now;
  const ink = getComputedStyle(root).getPropertyValue("--positive");
  root.replaceChildren(...data.pictures.map((picture) => {
    const tile = data.pick ? dom.button("thumbnail") : dom.element("div", "thumbnail");
    tile.append(painted(picture.pixels, ink), ...picture.lines.map((line) => dom.fixed(dom.element("span", "", line))));
    tile.title = picture.spoken;
    tile.classList.toggle("open", picture.open);
    tile.classList.toggle("bad", picture.bad);
    if (data.pick) {
      tile.setAttribute("aria-pressed", String(picture.open));
      tile.onclick = () => setTriggerValue("picked", picture.key);
    }
    return tile;
  }));
}
