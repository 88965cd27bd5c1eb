// A button that opens the browser's own print window.
export default function (component) {
  const button = component.parentElement.querySelector(".printer");
  button.textContent = component.data[0].label;
  button.onclick = () => window.print();
}
