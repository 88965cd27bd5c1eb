// @ts-check
// The factors of a sheet's formulas: pointing at one, or reaching it by the keyboard, tells its name
// and value and lights up every place where it stands; a click, Enter or Space shows what it is made
// of, and Back returns. In the LaTeX a factor stands between two marks, the first with its place.

const MARK = /\ue000([^])/g;
const CLOSED = /\ue001/g;
const STOP = ".factor-reach button";

/** The LaTeX for our KaTeX: each mark as data of an element.
 * @param {string} latex */
function withMarks(latex) {
  const open = (/** @type {string} */ _, /** @type {string} */ c) => `\\htmlData{factor=${c.charCodeAt(0) - 0xe100}}{`;
  return latex.replace(MARK, open).replace(CLOSED, "}");
}

/** @param {string} latex */
const withoutMarks = (latex) => latex.replace(MARK, "").replace(CLOSED, "");

/** Whether KaTeX may do it: nothing but our own marks.
 * @param {{ command: string, attributes?: Record<string, string> }} asked */
function trusted({ command, attributes = {} }) {
  const names = Object.keys(attributes);
  return command === "\\htmlData" && names.length === 1 && /^\d+$/.test(attributes["data-factor"] ?? "");
}

/** The stop of the keyboard, or the factor in a formula, that an event is about.
 * @param {Event} event @param {string} selector */
function closest(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

class Factors {
  /** @param {HTMLElement} root
   * @param {(node: HTMLElement, latex: string) => void} set writes LaTeX into an element
   * @param {(key: string) => void} open opens another derivation */
  constructor(root, set, open) {
    this.root = root;
    this.set = set;
    /** @type {FactorsNow | null} */
    this.now = null;
    /** @type {number[]} */
    this.trail = []; // the factors whose formulas were opened, one out of another
    /** @type {number | null} */
    this.pointed = null;
    /** @type {HTMLElement | null} */
    this.from = null; // the stop that opened the drawer
    this.told = dom.fixed(dom.element("p", "factor-told"));
    this.told.setAttribute("role", "status");
    this.told.toggleAttribute("data-idle", true);
    this.head = dom.element("p", "formula");
    this.made = [dom.element("p", "formula"), dom.element("p", "formula")];
    this.given = dom.element("p", "caption");
    this.back = this.button(() => this.goBack());
    this.lines = this.button(() => open(this.lines.value));
    this.close = this.button(() => this.shut());
    const buttons = dom.element("div", "factor-buttons", this.back, this.lines, this.close);
    this.drawer = dom.element("div", "factor-drawer", this.head, ...this.made, this.given, buttons);
    this.drawer.setAttribute("role", "group");
    for (const node of [this.head, ...this.made]) dom.fixed(node);
    root.addEventListener("pointerover", (event) => this.over(event));
    root.addEventListener("pointerleave", () => this.rest());
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("keydown", (event) => this.key(event));
  }

  /** @param {() => void} action */
  button(action) {
    const node = dom.button("");
    node.onclick = action;
    return node;
  }

  /** What the sheet shows now.
   * @param {FactorsNow} now @param {{ node: HTMLElement, places?: number[] }[]} lines its formulas */
  show(now, lines) {
    if (this.now?.of !== now.of) this.shut(false);
    this.now = now;
    for (const { node, places } of lines) if (places?.length) this.reach(node, places, now);
    dom.write(this.back, `← ${now.words.back}`);
    dom.write(this.close, now.words.close);
    if (this.root.lastElementChild !== this.told) this.root.append(this.told);
    if (this.trail.length) this.draw();
    this.point(this.pointed);
  }

  /** Buttons that nobody sees, for the keyboard and for those who hear the page: one stop a line.
   * @param {HTMLElement} line @param {number[]} places @param {FactorsNow} now */
  reach(line, places, now) {
    let group = line.querySelector(".factor-reach");
    if (!group) {
      group = dom.fixed(dom.element("span", "factor-reach"));
      group.setAttribute("role", "group");
      group.append(...places.map((_, k) => this.stop(k === 0)));
      line.append(group);
    }
    group.setAttribute("aria-label", now.words.group);
    [...group.children].forEach((button, k) => {
      if (!(button instanceof HTMLButtonElement)) return;
      button.value = String(places[k]);
      dom.write(button, now.told[places[k]][1].split(" = ")[0]); // its value is told when it has the focus
    });
  }

  /** @param {boolean} first of its line: Tab leads there */
  stop(first) {
    const node = dom.button("");
    node.tabIndex = first ? 0 : -1;
    node.onfocus = () => this.point(Number(node.value), node);
    node.onblur = () => this.point(null);
    return node;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape" && this.trail.length) this.shut();
    const stop = closest(event, STOP);
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!stop?.parentElement || !step) return;
    const all = [...stop.parentElement.children];
    const next = all[(all.indexOf(stop) + step + all.length) % all.length];
    stop.tabIndex = -1;
    if (next instanceof HTMLElement) {
      next.tabIndex = 0;
      next.focus();
    }
    event.preventDefault();
  }

  /** @param {PointerEvent} event */
  over(event) {
    const node = closest(event, "[data-factor]");
    if (node) this.point(Number(node.dataset.factor));
    else this.rest();
  }

  /** Nothing is pointed at: the factor that has the focus is told, if one has. */
  rest() {
    const stop = document.activeElement?.closest(STOP);
    if (stop instanceof HTMLButtonElement && this.root.contains(stop)) this.point(Number(stop.value), stop);
    else this.point(null);
  }

  /** Tell a factor and light it up wherever it stands; null: the one whose formula is open, or none.
   * @param {number | null} pointed @param {HTMLElement} [stop] its button, where the keyboard is */
  point(pointed, stop) {
    this.pointed = pointed;
    const place = pointed ?? this.trail.at(-1) ?? -1;
    const factor = this.now?.told[place];
    dom.write(this.told, factor?.[1] ?? this.now?.words.hint ?? "");
    this.told.classList.toggle("telling", Boolean(factor));
    this.told.toggleAttribute("data-idle", !factor); // a moving hand brings it only while it tells
    for (const node of this.root.querySelectorAll("[data-factor]")) {
      node.classList.toggle("pointed", node.getAttribute("data-factor") === String(place));
    }
    this.root.querySelector(".factor-here")?.classList.remove("factor-here");
    stop?.closest(".formula")?.querySelector(`[data-factor="${place}"]`)?.classList.add("factor-here");
    bus.light(factor?.[0] ?? "");
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const stop = closest(event, STOP);
    const node = stop ?? closest(event, "[data-factor]");
    if (!node) return;
    const place = Number(stop instanceof HTMLButtonElement ? stop.value : node.dataset.factor);
    if (!this.drawer.contains(node)) {
      this.trail = [];
      this.from = stop;
      node.closest(".formula")?.after(this.drawer);
    }
    this.trail.push(place);
    this.draw();
    this.point(place);
    if (stop) this.close.focus();
  }

  /** What the last factor of the trail is made of. */
  draw() {
    const factor = this.now?.told[this.trail.at(-1) ?? -1];
    if (!factor || !this.now) return;
    const [, told, latex, made, opens] = factor;
    this.drawer.setAttribute("aria-label", told);
    this.head.hidden = Boolean(made.length);
    this.set(this.head, latex);
    this.made.forEach((node, k) => {
      node.hidden = !made.length;
      if (made.length) this.set(node, made[k]);
    });
    this.given.hidden = Boolean(made.length);
    dom.write(this.given, this.now.words.given);
    this.back.hidden = this.trail.length < 2;
    this.lines.hidden = !opens.length;
    this.lines.value = opens[0] ?? "";
    dom.write(this.lines, opens[1] ?? "");
  }

  goBack() {
    this.trail.pop();
    this.draw();
    this.point(null);
  }

  /** Put the drawer away; whoever came by the keyboard is back at the factor.
   * @param {boolean} [focus] */
  shut(focus = true) {
    this.trail = [];
    this.drawer.remove();
    this.point(null);
    if (focus) this.from?.focus();
    this.from = null;
  }
}
