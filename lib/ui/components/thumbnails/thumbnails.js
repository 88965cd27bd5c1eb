// Small 4×4 images, the page's colour for 0 and blue for 1 as on the sliders, each with up to two lines of text under it.

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function paint(canvas, pixels, side, ink) {
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  context.fillStyle = ink;
  pixels.forEach((pixel, n) => {
    context.globalAlpha = Math.min(1, Math.max(0, pixel));
    context.fillRect(n % side, Math.floor(n / side), 1, 1);
  });
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
    paint(canvas, picture.pixels, 4, getComputedStyle(root).getPropertyValue("--positive"));
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
