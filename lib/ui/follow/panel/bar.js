// @ts-check
// The bar at the foot of a small window, or of the lecture view: one slider, its number and its keys, so
// that what moves is in sight above. It is one more face of a number of the panels on the page, and stands in the top layer,
// since the sidebar that it belongs to is out of sight there. A tap on a number's tile chooses it.

const SMALL = "(max-width: 640px), (max-height: 500px)"; // as in panel.css and lib/ui/frame
const COMPUTED = /^(s-|o-|alpha|y_out|loss)/; // keys of numbers that no slider moves
const DRAWN = 120; // ms after which the panels of a page have heard of a run

class FootBar {
  constructor() {
    /** Every panel of the tab by its key. @type {Map<string, Panel>} */
    this.panels = new Map();
    /** Whose words and place it has: that of the sidebar. @type {Panel | null} */
    this.host = null;
    this.chosen = ""; // the key of the number in focus
    this.open = ""; // the variable that was open when it was last looked for
    this.small = window.matchMedia(SMALL);
    this.small.addEventListener("change", () => this.refresh());
    document.addEventListener("click", (event) => this.tap(event), true);
    for (const kind of ["resize", "scroll"]) window.visualViewport?.addEventListener(kind, () => this.place());
    this.sized = new ResizeObserver(() => this.place());
    this.turned = new MutationObserver(() => this.refresh());
    this.timer = 0;
    this.told = ""; // the list of numbers as it was written last
    this.large = false; // whether it belongs to the lecture view
    this.asked = ""; // the key of the part that it tells, if it does
    /** What else is to be read of each number. @type {Readout} */
    this.readout = {};
    this.box = dom.element("div", "foot-bar");
    this.box.popover = "manual";
    this.box.setAttribute("role", "group");
    this.message = dom.element("p", "message");
    this.message.id = "refused-foot-bar";
    this.message.setAttribute("role", "alert");
    this.face = new Face(this.box, this.message, () => this.say(""), () => this.face.number.blur(), 1);
    this.face.number.inputMode = "decimal"; // the minus that some phones leave out of it is a key here
    this.list = dom.element("select");
    this.list.onchange = () => this.choose(this.list.value);
    const which = dom.element("label", "which", this.face.name, this.list); // the list lies over the symbol
    this.sign = this.key("sign", "±", (value) => this.face.panel.set([[this.face.k, -value]]));
    this.less = this.key("less", "−", () => this.face.panel.step(this.face.k, -1));
    this.more = this.key("more", "+", () => this.face.panel.step(this.face.k, 1));
    this.tells = [dom.element("output"), dom.element("output")].map(dom.fixed);
    const { head, range } = this.face;
    this.box.append(which, head, this.sign, this.less, range, this.more, ...this.tells, this.message);
    this.sized.observe(this.box);
  }

  /** @param {string} name @param {string} text @param {(value: number) => void} act on the number, as it was typed last */
  key(name, text, act) {
    const key = dom.button(`key ${name}`, text);
    key.onclick = () => {
      if (this.face.take()) act(this.face.panel.hand.values[this.face.k]);
    };
    return key;
  }

  /** A panel was drawn. @param {Panel} panel */
  hear(panel) {
    this.panels.set(panel.hand.key, panel);
    if (panel.sidebar) this.host = panel;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.refresh(), DRAWN);
  }

  /** What the page tells of its numbers, and whether it is shown to a room. @param {PanelData} data of the sidebar's sliders */
  read({ beside, large, stamp }) {
    this.large = large;
    this.box.classList.toggle("large", this.large);
    bus.joined.delete(this.asked); // nobody asks for what it does not tell
    this.asked = beside?.key ?? "";
    if (beside) bus.join(this.box, { ...beside, stamp }, (now) => this.tell(now));
    else this.tell({});
  }

  /** @param {Readout} readout */
  tell(readout) {
    this.readout = readout;
    const told = readout[this.chosen] ?? [];
    this.tells.forEach((node, k) => {
      const shown = JSON.stringify(told[k] ?? "");
      if (node.dataset.shown === shown) return;
      node.dataset.shown = shown;
      const [before, base, subscript, value] = told[k] ?? [];
      node.replaceChildren(...(told[k] ? [before, dom.symbol(base, subscript), ` = ${value}`] : []));
    });
  }

  /** The numbers of the sliders that this page has, its own before those of the sidebar.
   * @returns {{ panel: Panel, k: number, key: string }[]} */
  get offered() {
    const { host } = this;
    const here = [...this.panels.values()].filter((panel) => panel.root.isConnected && panel.serial === host?.serial);
    const own = here.filter((panel) => panel !== host).sort((one, other) => one.top - other.top);
    const shown = [...own, ...(host && !host.folded ? [host] : [])];
    return shown.flatMap((panel) => panel.cells.map(({ key }, k) => ({ panel, k, key })));
  }

  refresh() {
    const { host, box } = this;
    if (!host?.sidebar || !box.showPopover) return;
    if (box.previousElementSibling !== host.root) host.root.after(box);
    const offered = this.offered;
    if (this.open !== host.open && offered.some(({ key }) => key === host.open)) this.chosen = host.open;
    this.open = host.open;
    const sidebar = /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=stSidebar]"));
    const main = document.querySelector("[data-testid=stMain]");
    const covered = sidebar?.dataset.collapsed === "false" && (main?.getBoundingClientRect().left ?? 0) < 1;
    const wanted = offered.length > 0 && (this.large || (this.small.matches && !covered));
    if (wanted !== box.matches(":popover-open")) box.togglePopover(wanted);
    box.toggleAttribute("data-idle", !wanted); // a moving hand asks for what is seen
    if (main) this.sized.observe(main);
    if (sidebar) this.turned.observe(sidebar, { attributeFilter: ["data-collapsed"] });
    if (wanted) {
      this.write(host.sidebar, offered);
      this.choose(offered.some(({ key }) => key === this.chosen) ? this.chosen : offered[0].key);
    }
    this.place();
  }

  /** Write the words and the list of numbers. @param {SidebarWords} words @param {FootBar["offered"]} offered */
  write(words, offered) {
    this.box.setAttribute("aria-label", words.which);
    this.list.setAttribute("aria-label", words.which);
    this.sign.setAttribute("aria-label", words.sign);
    this.less.setAttribute("aria-label", words.less);
    this.more.setAttribute("aria-label", words.more);
    const groups = new Map(offered.map(({ panel, k }) => [panel.cells[k].group, panel]));
    const lists = [...groups].map(([group]) => {
      const list = dom.element("optgroup");
      list.label = group.title;
      list.append(...group.cells.map((cell) => new Option(plainSymbol(cell), cell.key)));
      return list;
    });
    const told = lists.map((list) => list.outerHTML).join("");
    if (told !== this.told) this.list.replaceChildren(...lists);
    this.told = told;
  }

  /** Bring a number to the slider. @param {string} key */
  choose(key) {
    const found = this.offered.find((one) => one.key === key);
    if (!found) return;
    const { face } = this;
    this.chosen = key;
    this.say("");
    this.tell(this.readout);
    if (face.k >= 0 && face.cell) face.cell.faces = face.cell.faces.filter((one) => one !== face);
    face.bind(found.panel, found.k);
    face.cell.faces.push(face);
    face.measure();
    face.show();
    this.list.value = key;
    this.sign.disabled = face.cell.group.hardLow >= 0;
  }

  /** Why the number was refused, or else this. @param {string} text */
  say(text) {
    this.message.textContent = this.face.refused || text;
  }

  /** @param {MouseEvent} event */
  tap(event) {
    if (!this.box.matches(":popover-open")) return;
    const tile = event.composedPath().find((node) => /** @type {HTMLElement} */ (node).dataset?.key);
    const key = /** @type {HTMLElement | undefined} */ (tile)?.dataset.key ?? "";
    if (COMPUTED.test(key)) this.say(this.host?.sidebar?.computed ?? "");
    else this.choose(key);
  }

  /** Stand at the foot of the page, above a keyboard on the screen, and leave the page's end free. */
  place() {
    const main = document.querySelector("[data-testid=stMain]")?.getBoundingClientRect();
    const view = window.visualViewport;
    const keyboard = view && view.scale === 1 ? window.innerHeight - view.height - view.offsetTop : 0;
    const { style } = this.box;
    style.bottom = `${Math.max(0, keyboard)}px`;
    style.left = `${main?.left ?? 0}px`;
    style.width = `${main?.width ?? window.innerWidth}px`;
    document.documentElement.style.setProperty("--foot-bar", `${this.box.offsetHeight}px`);
    if (this.face.k >= 0 && this.face.room !== this.face.number.clientWidth) {
      this.face.measure();
      if (!this.face.edited) this.face.show();
    }
  }
}

/** A symbol where there is only text: w₀₀, w_a. @param {CellFrame} cell */
function plainSymbol({ base, subscript }) {
  if (!subscript) return base;
  const digits = /^\d+$/.test(subscript);
  return base + (digits ? [...subscript].map((one) => String.fromCharCode(0x2080 + Number(one))).join("") : `_${subscript}`);
}
