// How large a number's type may be: from the widths of its characters in the page's font. Asking the
// browser for the width of every text would lay the page out anew at every move of a slider.

const pen = document.createElement("canvas").getContext("2d");
const types = new WeakMap();

class Type {
  constructor(root, again) {
    this.family = getComputedStyle(root).fontFamily;
    this.again = again;
    this.settled = true; // false while everything is to be fitted once more
    this.measure();
    const refit = () => {
      if (!root.isConnected) return;
      this.settled = false;
      this.measure();
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

  measure() {
    pen.font = `100px ${this.family}`;
    const digit = Math.max(...[..."0123456789"].map((one) => pen.measureText(one).width));
    this.widths = new Map([..."0123456789"].map((one) => [one, digit / 100])); // they are tabular
  }

  // The text's width in em.
  ems(text) {
    let sum = 0;
    for (const one of text) {
      if (!this.widths.has(one)) {
        pen.font = `100px ${this.family}`;
        this.widths.set(one, pen.measureText(one).width / 100);
      }
      sum += this.widths.get(one);
    }
    return sum;
  }

  // `size`, or as much less as the text needs to fit into `room` of the same unit.
  fitting(text, size, room) {
    return Math.min(size, room / Math.max(this.ems(text), 0.1));
  }
}

function typeOf(root, again) {
  if (!types.has(root)) types.set(root, new Type(root, again));
  const type = types.get(root);
  type.again = again;
  return type;
}
