// The factors of a sheet's formulas: pointing at one, or reaching it by the keyboard, tells its name
// and value and lights up every place where it stands; a click, Enter or Space shows what it is made
// of, and Back returns. In the LaTeX a factor stands between two marks, the first with its place.

const MARK = /\ue000([^])/g;
const placeOf = (character) => character.charCodeAt(0) - 0xe100;

// The LaTeX for our KaTeX; `trusted` lets nothing but our own marks through.
function withMarks(latex) {
  return latex.replace(MARK, (_, c) => `\\htmlData{factor=${placeOf(c)}}{`).replaceAll("\ue001", "}");
}

function withoutMarks(latex) {
  return latex.replace(MARK, "").replaceAll("\ue001", "");
}

function trusted({ command, attributes }) {
  const names = Object.keys(attributes ?? {});
  return command === "\\htmlData" && names.length === 1 && /^\d+$/.test(attributes["data-factor"]);
}

class Factors {
  // `set` writes LaTeX into an element; `open` opens another derivation.
  constructor(root, set, open) {
    Object.assign(this, { root, set, open, trail: [], pointed: null });
    this.told = element("p", "factor-told");
    this.told.setAttribute("role", "status");
    this.buildDrawer();
    root.addEventListener("pointerover", (event) => this.over(event));
    root.addEventListener("pointerleave", () => this.rest());
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("keydown", (event) => this.key(event));
  }

  buildDrawer() {
    this.head = element("span", "");
    this.made = [element("p", "formula"), element("p", "formula")];
    this.given = element("p", "caption");
    this.back = this.button(() => this.goBack());
    this.lines = this.button(() => this.open(this.lines.value));
    this.close = this.button(() => this.shut());
    const buttons = element("div", "factor-buttons", this.back, this.lines, this.close);
    this.drawer = element("div", "factor-drawer", element("p", "factor-head", this.head), ...this.made, this.given, buttons);
    this.drawer.setAttribute("role", "region");
  }

  button(action) {
    const node = element("button", "");
    node.type = "button";
    node.onclick = action;
    return node;
  }

  // What the sheet shows now; the blocks are its formulas with their elements.
  show(data, blocks) {
    this.factors = data.told;
    this.words = data.words;
    if (this.of !== data.of) this.shut(false);
    this.of = data.of;
    for (const block of blocks) if (block.places?.length) this.reach(block);
    this.back.textContent = `← ${this.words.back}`;
    this.close.textContent = this.words.close;
    if (this.root.lastElementChild !== this.told) this.root.append(this.told);
    if (this.trail.length) this.draw();
    this.point(this.pointed);
  }

  // Buttons that nobody sees, for the keyboard and for those who hear the page: one stop a line.
  reach(block) {
    if (!block.reach) {
      block.reach = element("span", "factor-reach");
      block.reach.setAttribute("role", "group");
      block.node.append(block.reach);
    }
    block.reach.setAttribute("aria-label", this.words.group);
    while (block.reach.childElementCount < block.places.length) block.reach.append(this.stop(block.reach));
    block.places.forEach((place, k) => {
      const button = block.reach.children[k];
      button.value = place;
      write(button, this.factors[place][1]);
    });
  }

  stop(group) {
    const node = element("button", "");
    node.type = "button";
    node.tabIndex = group.childElementCount ? -1 : 0;
    node.onfocus = () => this.point(Number(node.value), node);
    node.onblur = () => this.point(null);
    return node;
  }

  key(event) {
    if (event.key === "Escape" && this.trail.length) return this.shut();
    const button = event.target.closest?.(".factor-reach button");
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!button || !step) return;
    const all = [...button.parentElement.children];
    const next = all[(all.indexOf(button) + step + all.length) % all.length];
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  }

  over(event) {
    const node = event.target.closest("[data-factor]");
    if (node) this.point(Number(node.dataset.factor));
    else this.rest();
  }

  // Nothing is pointed at: the factor that has the focus is told, if one has.
  rest() {
    const stop = document.activeElement?.closest(".factor-reach button");
    if (stop && this.root.contains(stop)) this.point(Number(stop.value), stop);
    else this.point(null);
  }

  // Tell a factor and light it up wherever it stands; null: the one whose formula is open, or none.
  // `focused` is its button.
  point(pointed, focused) {
    this.pointed = pointed;
    const place = pointed ?? this.trail.at(-1);
    const factor = this.factors?.[place];
    write(this.told, factor?.[1] ?? this.words?.hint ?? "");
    this.told.classList.toggle("telling", Boolean(factor));
    for (const node of this.root.querySelectorAll("[data-factor]")) {
      node.classList.toggle("pointed", Boolean(factor) && Number(node.dataset.factor) === place);
    }
    this.root.querySelector(".factor-here")?.classList.remove("factor-here");
    const line = focused?.closest(".formula");
    line?.querySelector(`[data-factor="${place}"]`)?.classList.add("factor-here");
    bus.light(factor?.[0] || null);
  }

  clicked(event) {
    const stop = event.target.closest(".factor-reach button");
    const node = stop ?? event.target.closest("[data-factor]");
    if (!node) return;
    const place = Number(stop ? stop.value : node.dataset.factor);
    const inside = this.drawer.contains(node);
    if (!inside) {
      this.trail = [];
      this.from = stop;
      node.closest(".formula").after(this.drawer);
    }
    this.trail.push(place);
    this.draw();
    this.point(place);
    if (stop) this.close.focus();
  }

  draw() {
    const [, told, latex, made, opens] = this.factors[this.trail.at(-1)];
    this.drawer.setAttribute("aria-label", told);
    this.head.parentElement.hidden = Boolean(made.length);
    this.set(this.head, latex);
    this.made.forEach((node, k) => {
      node.hidden = !made.length;
      if (made.length) this.set(node, made[k]);
    });
    this.given.hidden = Boolean(made.length);
    this.given.textContent = this.words.given;
    this.back.hidden = this.trail.length < 2;
    this.lines.hidden = !opens.length;
    [this.lines.value, this.lines.textContent] = opens.length ? opens : ["", ""];
  }

  goBack() {
    this.trail.pop();
    this.draw();
    this.point(null);
  }

  // Put the drawer away; whoever came by the keyboard is back at the factor.
  shut(focus = true) {
    this.trail = [];
    this.drawer.remove();
    this.point(null);
    if (focus) this.from?.focus();
    this.from = null;
  }
}
