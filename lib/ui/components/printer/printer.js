// @ts-check
// A button that opens the browser's own print window.

/** @param {Mounted<Printer>} component */
export default function (component) {
  const button = dom.rootOf(component, "printer");
  button.textContent = component.data[0].label;
  button.onclick = () => window.print();
}
