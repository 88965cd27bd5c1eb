// @ts-check
// One line between the components of a page: what a slider's answer brings reaches all of them at
// once, without the page being run and drawn again. Every component's code begins with these lines;
// the first to run makes the bus.

/** What a hand did; lib/ui/state/move.py reads it.
 * @typedef {object} Move
 * @property {string} key of the sliders' component
 * @property {string | null} epoch the session whose numbers were on the sliders
 * @property {number | null} revision of those numbers
 * @property {number[]} values where the sliders stand now
 * @property {number} [count] its place among the moves of the tab; the bus gives it
 */
/** What is asked while a hand moves; lib/ui/follow/answer.py answers it.
 * @typedef {object} Question
 * @property {string} link to the numbers before the move
 * @property {string} key of the sliders' component
 * @property {number[]} values where its sliders stand
 * @property {string[]} parts the keys of what is on the page
 */
/** @typedef {{ link: string, parts: Record<string, object> }} Answer after the move */
/** What sliders show as of a run; lib/ui/follow/sliders.py.
 * @typedef {object} Now
 * @property {number} revision grows when anything but these sliders sets their numbers
 * @property {number[]} values
 * @property {string} open the key of the variable whose derivation is open
 * @property {number} heard the count of the last move that a run took
 */
/** What every component is given: its key, the session and the count of the run, what it shows.
 * @typedef {{ key: string, stamp: [string, number], now: any }} Shown */

const SETTLES = 250; // ms within which a click has told Streamlit what it is about

const makeBus = () => ({
  epoch: "", // the server's session; a new one counts from 0 again
  serial: -1, // of the newest run
  link: "", // to the numbers on the screen
  /** What a component was told last, and how new that is.
   * @type {Map<string, { epoch: string, serial: number, payload: any }>} */
  told: new Map(),
  /** The element of a component, and how it shows what it is told, and its run.
   * @type {Map<string, { root: Element, apply: (now: any) => void, serial: number }>} */
  joined: new Map(),
  moves: 0,
  /** Of each slider's component the last move. @type {Map<string, Move>} */
  pending: new Map(),
  /** Runs the page with these moves. @type {((moves: Move[]) => void) | null} */
  send: null,
  mute: false, // no question gets through to this server
  clicked: -Infinity, // when another page was last asked for, perhaps
  listens: false,

  /** Whether the server runs the page, or is about to: a run that is asked for while another page is
   * on its way would be one of the page before. */
  get running() {
    const app = /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=stApp]"));
    const state = app?.dataset.testScriptState;
    const busy = state !== undefined && state !== "notRunning";
    return busy || performance.now() - this.clicked < SETTLES;
  },

  /** An address of the server, from a page of any depth.
   * @param {string} path */
  address(path) {
    const script = /** @type {HTMLScriptElement} */ (document.querySelector('script[src*="static/js/"]'));
    return script.src.replace(/static\/js\/.*$/, path);
  },

  /** What a component shows now: its own data, or what the bus brought later.
   * @param {Element} root @param {Shown} shown @param {(now: any) => void} apply */
  join(root, { key, stamp: [epoch, serial], now }, apply) {
    if (epoch !== this.epoch || serial > this.serial) Object.assign(this, { epoch, serial });
    this.joined.set(key, { root, apply, serial });
    const last = this.told.get(key);
    apply(last && last.epoch === epoch && last.serial > serial ? last.payload : now);
  },

  /** The components that are on the page. */
  get keys() {
    return [...this.joined].filter(([, { root }]) => root.isConnected).map(([key]) => key);
  },

  /** Whether every component on the page shows what the newest run drew, or something newer. */
  get drawn() {
    return [...this.joined.values()].every(({ root, serial }) => !root.isConnected || serial >= this.serial);
  },

  /** Let the session take a move; its place among all moves.
   * @param {Move} move */
  post(move) {
    this.moves += 1;
    this.pending.set(move.key, { ...move, count: this.moves });
    this.send?.([...this.pending.values()]);
    return this.moves;
  },

  /** What a hand on a slider shows before a run takes its move: newer than every run up to now. The
   * address bar waits for that run, to which a link it did not write is one from outside.
   * @param {Answer} answer */
  preview({ link, parts }) {
    this.link = link;
    for (const [key, payload] of Object.entries(parts)) {
      this.told.set(key, { epoch: this.epoch, serial: this.serial + 0.5, payload });
      this.joined.get(key)?.apply(payload);
    }
  },
});

/** @type {ReturnType<typeof makeBus>} */
const bus = (/** @type {any} */ (window).backpropBus ??= makeBus());

if (!bus.listens) {
  bus.listens = true;
  /** @param {Event} event */
  const note = (event) => {
    const ours = event.composedPath().some((node) => node instanceof Element && node.matches(".panel, .foot-bar"));
    if (!ours) bus.clicked = performance.now();
  };
  document.addEventListener("click", note, true);
  // on a phone the menu lies over the page that was asked for
  document.addEventListener("click", ({ target }) => {
    const narrow = window.matchMedia("(max-width: 768px)").matches;
    const links = "[data-testid=stSidebarNavLink], [data-testid=stTopNavLink]";
    if (!narrow || !(target instanceof Element && target.closest(links))) return;
    const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
    /** @type {HTMLElement | null} */ (close)?.click();
  });
  window.addEventListener("popstate", note, true);
}
