// @ts-check
// ±: changes the sign of what is typed, in the browser, so that nothing is judged halfway.

const MINUS = /^\s*[-−–﹣－]\s*/;
const FIELD = "input[type=text]";

/** @param {string} text */
function otherSign(text) {
  return MINUS.test(text) ? text.replace(MINUS, "") : `−${text.trimStart()}`;
}

/** What React has taken over hears of a new text only through the element's own setter.
 * @param {HTMLInputElement} field @param {string} text */
function type(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

/** @param {Mounted<SignData>} component */
export default function (component) {
  const button = dom.rootOf(component, "sign");
  const { label } = component.data[0];
  dom.write(button, "±");
  dom.set(button, { "aria-label": label, title: label });
  if (button.onclick) return;
  const root = button.getRootNode();
  const form = (root instanceof ShadowRoot ? root.host : button).closest("[data-testid=stForm]");
  /** @type {HTMLInputElement | null} */
  let last = null;
  form?.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches(FIELD)) last = target;
  });
  button.onpointerdown = (event) => event.preventDefault(); // the field keeps the focus
  button.onclick = () => {
    const field = last?.isConnected ? last : form?.querySelector(FIELD);
    if (field instanceof HTMLInputElement) type(field, otherSign(field.value));
  };
}
