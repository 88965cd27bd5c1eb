// @ts-check
// Bears a browser that translates the page: Chrome and Edge put <font> elements where Streamlit's text
// nodes were. React, which still holds the text nodes, would fail when it takes one away, and write
// new numbers where nobody sees them. It brings one name: bearTranslator.

const { bearTranslator } = (() => {
  /** What stands where a text was. @type {WeakMap<Node, Element>} */
  const translations = new WeakMap();

  /** The child of a parent that holds this node or its translation, or null.
   * @param {Node} parent @param {Node | null} node @returns {Node | null} */
  function childFor(parent, node) {
    let found = node && (node.isConnected ? node : (translations.get(node) ?? node));
    while (found && found.parentNode !== parent) found = found.parentNode;
    return found;
  }

  function patchNodes() {
    const { removeChild, insertBefore } = Node.prototype;
    /** @template {Node} Child @param {Child} child */
    Node.prototype.removeChild = function (child) {
      if (child.parentNode === this) return /** @type {Child} */ (removeChild.call(this, child));
      const there = childFor(this, child);
      if (there) removeChild.call(this, there);
      return child;
    };
    /** @template {Node} Child @param {Child} child @param {Node | null} before */
    Node.prototype.insertBefore = function (child, before) {
      const there = before?.parentNode === this ? before : childFor(this, before);
      return /** @type {Child} */ (insertBefore.call(this, child, there));
    };
  }

  // a text that React writes while its translation stands there comes back in its place
  const written = new MutationObserver((records) => {
    for (const { target } of records) {
      const there = translations.get(target);
      if (there?.isConnected && !target.isConnected) there.replaceWith(target);
    }
  });

  /** A translator takes a text away and puts a <font> there, in one change or in two.
   * @param {MutationRecord[]} records */
  function noteTranslations(records) {
    for (const { target, addedNodes } of records) {
      for (const added of addedNodes) {
        if (!(added instanceof Element) || added.tagName !== "FONT") continue;
        const gone = records.filter((record) => record.target === target).flatMap((record) => [...record.removedNodes]);
        const text = gone.find((node) => node instanceof Text && !node.isConnected && !translations.has(node));
        if (!text) continue;
        translations.set(text, added);
        written.observe(text, { characterData: true });
      }
    }
  }

  /** From now on, for the whole document. */
  function bearTranslator() {
    patchNodes();
    new MutationObserver(noteTranslations).observe(document.body, { childList: true, subtree: true });
  }

  return { bearTranslator };
})();
