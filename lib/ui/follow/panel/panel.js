// @ts-check
// Sliders: those of the network in the sidebar, those of a lesson on its page, and the bar at the foot
// of a small window, which moves either. Of the scripts of this folder, this one stands last.

const panelOf = dom.onePerRoot((root) => new Panel(root));
const tab = /** @type {{ backpropFootBar?: FootBar }} */ (/** @type {unknown} */ (window));
const footBar = (tab.backpropFootBar ??= new FootBar()); // one for all panels

/** @param {Mounted<PanelData>} component */
export default function (component) {
  const panel = panelOf(dom.rootOf(component, "panel"));
  const [data] = component.data;
  panel.update(data);
  if (panel.sidebar) footBar.read(data);
  footBar.hear(panel);
}
