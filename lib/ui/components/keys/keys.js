// Keys that press buttons of the page, wherever the focus is, but not while something is typed.

export default function (component) {
  const { presses } = component.data[0];
  const press = (event) => {
    const name = presses[event.key];
    const typing = event.composedPath()[0].matches?.("input:not([type=range]), textarea, [contenteditable=true]");
    if (!name || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    document.querySelector(`.st-key-${name} button`)?.click();
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
