// @ts-check
// Elements in one line, and what a component keeps for its root. It brings one name: dom.

const dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  /** An HTML element with its class and what stands in it.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag @param {string} [className] @param {(Node | string)[]} children */
  function element(tag, className = "", ...children) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children);
    return node;
  }

  /** A button that submits nothing.
   * @param {string} className @param {(Node | string)[]} children */
  function button(className, ...children) {
    const node = element("button", className, ...children);
    node.type = "button";
    return node;
  }

  /** @param {Element} node @param {Record<string, string | number>} attributes */
  function set(node, attributes) {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  }

  /** An element of SVG with its attributes and what stands in it.
   * @template {keyof SVGElementTagNameMap} Tag
   * @param {Tag} tag @param {Record<string, string | number>} [attributes]
   * @param {(Node | string)[]} children */
  function shape(tag, attributes = {}, ...children) {
    const node = document.createElementNS(SVG, tag);
    set(node, attributes);
    node.append(...children);
    return node;
  }

  /** A letter and its subscript, upright where it has digits as in the notes.
   * @param {string} base @param {string} subscript */
  function symbol(base, subscript) {
    const name = element("span", "name", base);
    if (subscript) name.append(element("sub", /\d/.test(subscript) ? "" : "letter", subscript));
    return name;
  }

  /** Numbers and symbols, which no translator may touch.
   * @template {HTMLElement} Kind @param {Kind} node */
  function fixed(node) {
    node.translate = false;
    return node;
  }

  /** Changes a text only if it is another one: a node that is written anew is laid out anew.
   * @param {Node} node @param {string} text */
  function write(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }

  /** The element that register() in component.py made for a component.
   * @param {{ parentElement: ParentNode }} component @param {string} name
   * @returns {HTMLElement} */
  function rootOf({ parentElement }, name) {
    const root = parentElement.querySelector(`.${name}`);
    if (!(root instanceof HTMLElement)) throw new Error(`${name} has no root`);
    return root;
  }

  /** What a component keeps between two runs: made at the first, the same as long as its root lives.
   * @template Kept @param {(root: HTMLElement) => Kept} make @returns {(root: HTMLElement) => Kept} */
  function onePerRoot(make) {
    /** @type {WeakMap<HTMLElement, Kept>} */
    const kept = new WeakMap();
    return (root) => {
      const found = kept.get(root) ?? make(root);
      kept.set(root, found);
      return found;
    };
  }

  return { element, button, shape, set, symbol, fixed, write, rootOf, onePerRoot };
})();
