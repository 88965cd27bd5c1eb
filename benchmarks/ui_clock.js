// Says when the page last changed: text or elements in the main part, shadow roots included, and
// strokes on a canvas, which change no element.
(() => {
  const clock = { key: 0, changed: 0, frames: 0 };
  window.uiClock = clock;
  const seen = new WeakSet();
  const inMain = (node) => {
    for (let at = node; at; at = at.parentNode ?? at.host) {
      if (at.dataset?.testid === "stMain") return true;
    }
    return false;
  };
  const observer = new MutationObserver((changes) => {
    if (!changes.some((change) => inMain(change.target))) return;
    clock.changed = performance.now();
    if (changes.some(({ target }) => target.parentElement?.closest("[data-testid=stProgress]"))) {
      clock.frames += 1;
    }
    for (const change of changes) for (const node of change.addedNodes) watch(node);
  });
  function watch(node) {
    if (node.nodeType !== 1) return;
    for (const inner of [node, ...node.querySelectorAll("*")]) {
      if (inner.shadowRoot && !seen.has(inner.shadowRoot)) observe(inner.shadowRoot);
    }
  }
  function observe(root) {
    seen.add(root);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    observe(root);
    return root;
  };
  for (const name of ["stroke", "fill"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...parts) {
      clock.changed = performance.now();
      return draw.apply(this, parts);
    };
  }
  window.addEventListener("keydown", (event) => { clock.key = event.timeStamp; }, true);
  observe(document);
})();
