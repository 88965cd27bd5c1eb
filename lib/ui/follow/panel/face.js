// @ts-check
// The field and the slider of one number: each number has one in its matrix, and the bar at the foot
// of a phone has one for the number in focus.

const READABLE = 0.72; // rem: no number is smaller than this as long as it can do with fewer digits
const SMALLEST = 0.6; // rem: for one digit with its power of ten

class Face {
  /** @param {HTMLElement} box what gets the marks and the tint
   * @param {Element} message the element that tells why a number was refused
   * @param {(face: Face) => void} told called when that changes
   * @param {(face: Face) => void} entered called when Enter took a number
   * @param {number} [size] of its type in rem */
  constructor(box, message, told, entered, size = 0.84) {
    this.box = box;
    this.message = message;
    this.told = told;
    this.size = size;
    this.panel = /** @type {Panel} */ (/** @type {unknown} */ (null)); // bind() gives it
    this.k = -1;
    this.refused = ""; // why the text in the field is no number for its place
    this.edited = false; // its text is the learner's
    this.room = 0; // px for the text; 0 while it is not known
    this.name = dom.element("span");
    this.number = dom.element("input", "number");
    Object.assign(this.number, { type: "text", autocomplete: "off", spellcheck: false });
    this.range = dom.element("input");
    this.range.type = "range";
    this.head = dom.element("label", "head", this.name, this.number);
    this.range.oninput = () => this.panel.slide(this.k, Number(this.range.value));
    this.number.onfocus = () => {
      this.number.select();
      this.panel.lookAt(this.k);
    };
    this.number.onblur = () => this.panel.lookAt(-1);
    this.number.oninput = () => { this.edited = true; };
    this.number.onchange = () => this.take();
    this.number.onpaste = (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (this.panel.paste(this, text)) event.preventDefault();
    };
    this.number.oncopy = (event) => {
      if (this.edited || !this.untouched) return;
      event.clipboardData?.setData("text/plain", this.number.title); // all its digits
      event.preventDefault();
    };
    this.number.onkeydown = (event) => {
      if (event.isComposing) return; // this Enter belongs to the input method
      if (event.key === "Enter") {
        if (this.take()) entered(this);
        else this.number.select();
      } else if (event.key === "Escape") {
        this.show();
        this.number.select();
      }
    };
  }

  get cell() {
    return this.panel.cells[this.k];
  }

  /** Whether the whole text is selected as it came: the next key replaces it. */
  get untouched() {
    const { selectionStart, selectionEnd, value } = this.number;
    return !this.edited && selectionStart === 0 && selectionEnd === value.length;
  }

  /** Be the face of a number. @param {Panel} panel @param {number} k */
  bind(panel, k) {
    this.panel = panel;
    this.k = k;
    this.room = 0;
    this.name.replaceChildren(dom.symbol(this.cell.base, this.cell.subscript));
    this.number.setAttribute("aria-label", `${this.cell.spoken}: ${panel.words.number}`);
    this.range.setAttribute("aria-label", this.cell.spoken);
  }

  measure() {
    this.room = this.number.clientWidth;
  }

  show() {
    const { group } = this.cell;
    const value = this.panel.hand.values[this.k];
    this.edited = false;
    this.refuse("");
    const { range, number } = this;
    range.min = String(Math.min(group.low, value));
    range.max = String(Math.max(group.high, value));
    range.step = isStep((value - Number(range.min)) / group.step) ? String(group.step) : "any";
    range.value = String(value);
    paintTrack(range);
    number.title = written(value);
    this.fit(value);
    const strength = Math.min(1, Math.abs(value) / Math.max(Math.abs(group.low), group.high));
    this.box.style.setProperty("--tint", value < 0 ? "var(--negative)" : "var(--positive)");
    this.box.style.setProperty("--strength", `${Math.round(32 * strength)}%`);
  }

  /** Write the number with all its digits if they can be read in the field's room; else with as many
   * as have room in its own type, or in the smallest. @param {number} value */
  fit(value) {
    const { number, room, size } = this;
    let text = number.title;
    if (room > 0) {
      const type = typeOf(this.panel.root, () => this.panel.refit());
      const rem = room / parseFloat(getComputedStyle(document.documentElement).fontSize);
      const fits = (/** @type {number} */ smallest) => type.ems(text) * smallest <= rem;
      if (!fits(READABLE)) {
        for (let digits = 12; digits > 1 && !fits(digits > 2 ? size : READABLE); digits -= 1) {
          text = written(value, digits);
        }
      }
      if (!fits(READABLE)) text = written(value, 1);
      number.style.fontSize = `${Math.max(SMALLEST, type.fitting(text, size, rem))}rem`;
    }
    if (number.value !== text) number.value = text;
  }

  /** Mark the field until it is mended, and say why; "" unmarks it. @param {string} why */
  refuse(why) {
    if (!why && !this.refused) return;
    this.refused = why;
    this.box.classList.toggle("refused", Boolean(why));
    if (why) {
      this.number.setAttribute("aria-invalid", "true");
      this.number.setAttribute("aria-describedby", this.message.id);
    } else {
      this.number.removeAttribute("aria-invalid");
      this.number.removeAttribute("aria-describedby");
    }
    this.told(this);
  }

  /** Take what was typed, or say why not: what a field shows may be a rounding, but typed, the same
   * text is an entry. */
  take() {
    if (!this.edited) return true;
    const { panel, k, number, cell } = this;
    const { value, refusal = "" } = readNumber(number.value);
    const why = value === undefined ? panel.words.refusals[refusal] : panel.outside(cell.group, value);
    if (value === undefined || why) this.refuse(`${cell.spoken}: ${why}`);
    else panel.set([[k, value]]);
    return !why;
  }
}

/** @param {number} steps from the end of a slider */
function isStep(steps) {
  return Number.isInteger(Math.round(steps * 1e9) / 1e9);
}
