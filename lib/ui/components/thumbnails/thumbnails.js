// @ts-check
// Small 4×4 images, black for 0 and white for 1, each with up to two lines of text under it.

/** @param {number[]} pixels @param {number} side */
function painted(pixels, side) {
  const canvas = dom.element("canvas");
  canvas.width = canvas.height = side;
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const image = context.createImageData(side, side);
  pixels.forEach((pixel, n) => {
    const level = Math.round(255 * Math.min(1, Math.max(0, pixel)));
    image.data.set([level, level, level, 255], 4 * n);
  });
  context.putImageData(image, 0, 0);
  return canvas;
}

/** @param {Mounted<Thumbnails>} component */
export default function (component) {
  const { data: [data], setTriggerValue } = component;
  const root = dom.rootOf(component, "thumbnails");
  const now = JSON.stringify(data);
  if (root.dataset.now === now) return;
  root.dataset.now = now;
  root.replaceChildren(...data.pictures.map((picture) => {
    const tile = data.pick ? dom.button("thumbnail") : dom.element("div", "thumbnail");
    tile.append(painted(picture.pixels, 4), ...picture.lines.map((line) => dom.fixed(dom.element("span", "", line))));
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
