// @ts-check
// Keys that press buttons of the page, wherever the focus is, but not while something is typed; an
// arrow moves what has the focus, if that is a slider or a choice.

const TYPED = "input:not([type=range]), textarea, select, [contenteditable=true]";
const MOVED = "[type=range], [role=slider], [role=radio]";

/** @param {{ data: [{ presses: Record<string, string> }] }} component */
export default function (component) {
  const { presses } = component.data[0];
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const name = presses[event.key];
    const [at] = event.composedPath();
    const taken = event.key.startsWith("Arrow") ? `${TYPED}, ${MOVED}` : TYPED;
    const typing = at instanceof Element && at.matches(taken);
    if (!name || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const button = document.querySelector(`.st-key-${name} button`);
    if (button instanceof HTMLElement) button.click();
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
