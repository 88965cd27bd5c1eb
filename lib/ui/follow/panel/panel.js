// @ts-check
// Sliders: those of the network in the sidebar, those of a lesson on its page, and the bar at the foot
// of a small window, which moves either. Of the scripts of this folder, this one stands last.

/** @type {WeakMap<Element, Panel>} */
const panels = new WeakMap();
/** One for all panels of a tab. @type {FootBar} */
const footBar = (/** @type {any} */ (window).backpropFootBar ??= new FootBar());

/** @param {{ parentElement: Element, data: PanelData[] }} component */
export default function (component) {
  const root = /** @type {HTMLElement} */ (component.parentElement.querySelector(".panel"));
  const panel = panels.get(root) ?? new Panel(root);
  panels.set(root, panel);
  panel.update(component.data[0]);
  footBar.hear(panel);
}
