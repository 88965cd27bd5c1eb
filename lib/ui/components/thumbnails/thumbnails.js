// Small 4×4 images, black for 0 and white for 1, each with up to two lines of text under it.

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function paint(canvas, pixels, side) {
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  const image = context.createImageData(side, side);
  pixels.forEach((pixel, n) => {
    const level = Math.round(255 * Math.min(1, Math.max(0, pixel)));
    image.data.set([level, level, level, 255], 4 * n);
  });
  context.putImageData(image, 0, 0);
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".thumbnails");
  const now = JSON.stringify(data);
  if (root.dataset.now === now) return;
  root.dataset.now = now;
  root.replaceChildren(...data.pictures.map((picture) => {
    const tile = element(data.pick ? "button" : "div", "thumbnail");
    const canvas = element("canvas");
    canvas.setAttribute("aria-hidden", "true");
    paint(canvas, picture.pixels, 4);
    tile.append(canvas, ...picture.lines.map((line) => element("span", "", line)));
    tile.title = picture.spoken;
    tile.classList.toggle("open", picture.open);
    tile.classList.toggle("bad", picture.bad);
    if (data.pick) {
      tile.type = "button";
      tile.setAttribute("aria-label", picture.spoken);
      tile.setAttribute("aria-pressed", String(picture.open));
      tile.onclick = () => setTriggerValue("picked", picture.key);
    }
    return tile;
  }));
}
