// @ts-check
// A formula is copied as its LaTeX: the letters that KaTeX draws would lose their places, and a
// fraction or 10⁻⁷ its meaning. What is flat, such as one number of it, is copied as it stands.

const PLACED = ".mfrac, .msupsub, .katex-mathml";
const FOR_KATEX = /\\displaystyle |\\nobreak |\\htmlData\{factor=\d+\}/g;
const ENDS = { "p, div, li, tr, h1, h2, h3": "\n", "td, th": "\t" };

/** @param {ClipboardEvent} event */
function copyFormulas(event) {
  const selection = window.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.cloneContents().querySelector(PLACED)) return;
  const [first, last] = [range.startContainer, range.endContainer].map(
    (node) => (node instanceof Element ? node : node.parentElement)?.closest(".katex"),
  );
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const copied = range.cloneContents();
  for (const formula of copied.querySelectorAll(".katex")) {
    const latex = formula.querySelector("annotation")?.textContent ?? "";
    formula.replaceWith(`$${latex.replace(FOR_KATEX, "").trim()}$`);
  }
  for (const [blocks, end] of Object.entries(ENDS)) {
    for (const block of copied.querySelectorAll(blocks)) block.after(end);
  }
  const text = copied.textContent ?? "";
  event.clipboardData?.setData("text/plain", text.replace(/\n{3,}/g, "\n\n").trim());
  event.preventDefault();
}
