// @ts-check
// How large a number's type may be: from the widths of its characters in the page's font. Asking the
// browser for the width of every text would lay the page out anew at every move of a slider.

const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

class Type {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.family = getComputedStyle(root).fontFamily;
    this.again = () => {}; // fits everything once more
    this.settled = true; // false while it does
    this.widths = this.measured();
    const refit = () => {
      if (!root.isConnected) return;
      this.settled = false;
      this.widths = this.measured();
      this.again();
      this.settled = true;
    };
    const font = `16px ${this.family}`;
    if (!document.fonts.check(font)) document.fonts.load(font).then(refit);
    let width = root.clientWidth;
    new ResizeObserver(() => {
      if (width === root.clientWidth) return;
      width = root.clientWidth;
      refit();
    }).observe(root);
  }

  measured() {
    pen.font = `100px ${this.family}`;
    const digit = Math.max(...[..."0123456789"].map((one) => pen.measureText(one).width));
    // they are tabular
    return new Map([..."0123456789"].map((one) => /** @type {[string, number]} */ ([one, digit / 100])));
  }

  /** The text's width in em.
   * @param {string} text */
  ems(text) {
    let sum = 0;
    for (const one of text) {
      let width = this.widths.get(one);
      if (width === undefined) {
        pen.font = `100px ${this.family}`;
        width = pen.measureText(one).width / 100;
        this.widths.set(one, width);
      }
      sum += width;
    }
    return sum;
  }

  /** `size`, or as much less as the text needs to fit into `room` of the same unit.
   * @param {string} text @param {number} size @param {number} room */
  fitting(text, size, room) {
    return Math.min(size, room / Math.max(this.ems(text), 0.1));
  }
}

const typeFor = dom.onePerRoot((root) => new Type(root));

/** @param {HTMLElement} root @param {() => void} again */
function typeOf(root, again) {
  const type = typeFor(root);
  type.again = again;
  return type;
}
