// @ts-check
// What a hand did to the numbers of one component, and who knows of it. The states are drawn in
// docs/following-the-hand.md. Knows no element of the page: what is to be seen is told to `view`.

const ANSWER_WITHIN = 4000; // ms; a move that no run has taken by then is sent again
const REST = 200; // ms after which a hand rests
const SEND_EVERY = 60; // ms between two runs of a page that is run at every move
const LOOK_AGAIN = 40; // ms, while the server runs the page

class Hand {
  /** @param {{ numbers: () => void, busy: (busy: boolean) => void }} view */
  constructor(view) {
    this.view = view;
    this.key = "";
    this.whole = false; // each move runs the page: nothing on it follows by itself
    /** @type {string | null} */
    this.epoch = null;
    /** @type {number | null} */
    this.revision = null;
    /** @type {number[]} */
    this.values = [];
    /** @type {"still" | "asking" | "resting" | "sent"} */
    this.state = "still";
    this.moves = 0; // how many the hand has made
    this.sent = 0; // the place of the last move that was sent, among all of the tab
    this.lastSent = -Infinity;
    /** @type {object | null} */
    this.question = null; // the one whose answer is waited for
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** The server says what its numbers are.
   * @param {SlidersNow} now @param {string} epoch */
  told(now, epoch) {
    const newServer = this.epoch !== null && this.epoch !== epoch;
    this.epoch = epoch;
    if (newServer && this.state !== "still") {
      // the server that should have taken the move is gone: make it again
      this.revision = now.revision;
      if (this.state === "sent") this.post();
    } else if (newServer || now.revision !== this.revision) {
      this.revision = now.revision;
      this.values = [...now.values];
      this.settle();
      this.view.numbers();
    } else if (this.state === "sent" && now.heard >= this.sent) {
      this.settle();
    }
  }

  /** The hand moves: its numbers are these.
   * @param {number[]} values */
  move(values) {
    this.values = values;
    this.moves += 1;
    this.view.busy(true); // until the page has taken what the hand did
    if (this.state === "asking") return; // the end of the question sees that the hand moved on
    if (!this.whole && !bus.mute) this.ask();
    else this.rest(Math.max(0, this.lastSent + SEND_EVERY - performance.now()));
  }

  /** One question at a time: the hand sets how many, the server how fast. */
  async ask() {
    this.enter("asking");
    const question = (this.question = {});
    const { link } = bus;
    const { key, values, moves } = this;
    let seen;
    try {
      const response = await fetch(bus.address("_backprop/numbers"), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(/** @type {Question} */ ({ link, key, values, parts: bus.keys })),
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      // a host that keeps this path to itself says 404, or 405: do not ask again
      bus.mute = response.status === 404 || response.status === 405;
      if (!response.ok) throw new Error(response.statusText);
      /** @type {Answer} */
      const answer = await response.json();
      if (this.question !== question) return; // other numbers came meanwhile
      seen = link === bus.link;
      if (seen) bus.preview(answer.link, answer.parts);
    } catch {
      if (this.question === question) this.rest(0); // the session's own answer will bring the numbers
      return;
    }
    if (!seen || this.moves !== moves) this.ask(); // another hand was quicker, or this one moved on
    else this.rest(REST);
  }

  /** The hand rests for so many ms.
   * @param {number} duration */
  rest(duration) {
    if (duration) this.enter("resting", duration);
    else this.post();
  }

  /** The session takes the move by a run of the page. */
  post() {
    if (!this.whole && bus.running) {
      this.rest(LOOK_AGAIN);
      return;
    }
    const { key, epoch, revision, values } = this;
    this.lastSent = performance.now();
    this.sent = bus.post({ key, epoch, revision, values });
    this.enter("sent", ANSWER_WITHIN);
  }

  settle() {
    this.enter("still");
    this.view.busy(false);
  }

  /** @param {Hand["state"]} state @param {number} [duration] after which the move is sent */
  enter(state, duration) {
    clearTimeout(this.timer);
    this.state = state;
    this.question = null;
    this.timer = duration === undefined ? undefined : setTimeout(() => this.post(), duration);
  }
}
