// @ts-check
// The paragraphs of a verdict. A region that is written anew is announced anew, so one that says
// the same is left alone.

/** @param {Mounted<VerdictData>} component */
export default function (component) {
  const { tone, lines } = component.data[0];
  const root = dom.rootOf(component, "verdict");
  const told = JSON.stringify(lines);
  root.dataset.tone = tone;
  if (root.dataset.told === told) return;
  root.dataset.told = told;
  root.replaceChildren(...lines.map((text) => dom.element("p", "", text)));
}
