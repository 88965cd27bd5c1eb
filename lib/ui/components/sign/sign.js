// ±: changes the sign of what is typed, in the browser, so that nothing is judged halfway.

const MINUS = /^\s*[-−–﹣－]\s*/;
const writeInto = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;

export default function (component) {
  const { data: [{ label }], parentElement } = component;
  const button = parentElement.querySelector(".sign");
  button.textContent = "±";
  button.setAttribute("aria-label", label);
  button.title = label;
  if (button.onclick) return;
  const form = (button.getRootNode().host ?? button).closest("[data-testid=stForm]");
  let last = null;
  form.addEventListener("focusin", ({ target }) => {
    if (target.matches("input[type=text]")) last = target;
  });
  button.onpointerdown = (event) => event.preventDefault(); // the field keeps the focus
  button.onclick = () => {
    const field = last?.isConnected ? last : form.querySelector("input[type=text]");
    const text = field.value;
    writeInto.call(field, MINUS.test(text) ? text.replace(MINUS, "") : `−${text.trimStart()}`);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
}
