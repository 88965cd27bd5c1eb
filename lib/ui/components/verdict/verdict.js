// @ts-check
// The paragraphs of a verdict. A region that is written anew is announced anew, so one that says
// the same is left alone. What is typed in a form of one answer is asked about first and sent then:
// the run, which counts the answer, says the same a little later.

const ASKED_FOR = 300; // ms; then the answer is sent without a word before
const SUBMIT = "[data-testid=stFormSubmitButton] button";

/** @typedef {"" | "asking" | "asked"} Sending */
const known = dom.onePerRoot(() => ({
  run: "", // what the last run said
  field: "",
  form: /** @type {Element | null} */ (null),
  sending: /** @type {Sending} */ (""),
}));

/** @param {HTMLElement} root @param {Verdict} verdict */
function show(root, { tone, lines }) {
  const told = JSON.stringify(lines);
  root.dataset.tone = tone;
  if (root.dataset.told === told) return;
  root.dataset.told = told;
  root.replaceChildren(...lines.map((text) => dom.element("p", "", text)));
}

/** Show what this server says of the answer, unless a run was quicker.
 * @param {HTMLElement} root @param {string} key @param {string} answer */
async function ask(root, key, answer) {
  const mine = known(root);
  const { run } = mine;
  try {
    const response = await fetch(bus.address("_backprop/numbers"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(/** @type {AnswerSent} */ ({ link: bus.link, answer, parts: [key] })),
      signal: AbortSignal.timeout(ASKED_FOR),
    });
    bus.mute = response.status === 404 || response.status === 405;
    /** @type {Answer} */
    const { parts } = response.ok ? await response.json() : { link: "", parts: {} };
    if (key in parts && mine.run === run) show(root, /** @type {Verdict} */ (parts[key]));
  } catch {
    // the run says it
  }
}

/** Ask about what is about to be sent, then send it.
 * @param {HTMLElement} root @param {string} key @param {Event} event */
async function send(root, key, event) {
  const mine = known(root);
  const typed = mine.form?.querySelector(`.st-key-${mine.field} input`);
  const button = mine.form?.querySelector(SUBMIT);
  if (!(typed instanceof HTMLInputElement) || !(button instanceof HTMLElement)) return;
  if (!mine.field || bus.mute || !root.isConnected || mine.sending === "asked") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (mine.sending) return;
  mine.sending = "asking";
  await ask(root, key, typed.value);
  mine.sending = "asked";
  button.click();
  mine.sending = "";
}

/** @param {Mounted<VerdictData>} component */
export default function (component) {
  const { key, field, tone, lines } = component.data[0];
  const root = dom.rootOf(component, "verdict");
  const mine = known(root);
  const run = JSON.stringify(component.data[0]);
  if (mine.run !== run) show(root, { tone, lines }); // else drawn again, and what was asked is newer
  Object.assign(mine, { run, field });
  const form = field && document.querySelector(`.st-key-${field}`)?.closest("[data-testid=stForm]");
  if (!form || mine.form === form) return;
  mine.form = form;
  form.addEventListener("keydown", (event) => {
    const enters = event instanceof KeyboardEvent && event.key === "Enter" && !event.isComposing;
    if (enters && event.target instanceof HTMLInputElement) send(root, key, event);
  }, true);
  form.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(SUBMIT)) send(root, key, event);
  }, true);
}
