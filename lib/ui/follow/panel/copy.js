// @ts-check
// The button that copies the link to the numbers on the screen.

/** @param {SidebarWords} words */
function copyButton(words) {
  const button = dom.button("copy", words.copy);
  button.onclick = async () => {
    const here = new URL(window.location.href);
    here.searchParams.set("s", bus.link);
    try {
      await navigator.clipboard.writeText(here.href);
    } catch {
      // an insecure origin has no clipboard: the older way still works
      const field = dom.element("textarea", "", here.href);
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = words.copy; }, 2000);
  };
  return button;
}
