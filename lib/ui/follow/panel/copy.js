// @ts-check
// The button that copies the link to the numbers on the screen.

// Streamlit Community Cloud shows an app in a frame: at this path, under the address that a person sees.
const FRAMED_AT = /^\/~\/\+(?=\/|$)/;

/** The address that leads others to what is here. @param {string} href @param {string} link */
function sharedAddress(href, link) {
  const url = new URL(href);
  url.pathname = url.pathname.replace(FRAMED_AT, "");
  url.searchParams.set("s", link);
  return url.href;
}

/** @param {SidebarWords} words */
function copyButton(words) {
  const button = dom.button("copy", words.copy);
  button.onclick = async () => {
    const address = sharedAddress(window.location.href, bus.link);
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      // an insecure origin has no clipboard: the older way still works
      const field = dom.element("textarea", "", address);
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
