// A slider's hand through its states, on a clock that is moved by hand and the real bus; the server is a
// list of questions that are answered by the test. docs/following-the-hand.md draws the states.

import assert from "node:assert/strict";
import { test } from "node:test";

import { load, rootOf } from "./load.mjs";

const NOTES = [0.5, -0.3];
const settled = async () => { for (let turn = 0; turn < 10; turn += 1) await null; };

/** A tab with one hand on the sliders, and all that can be seen of it from outside. */
function tab({ whole = false } = {}) {
  let [time, ids, script] = [1000, 0, "notRunning"];
  const timers = new Map();
  const app = { getAttribute: () => script };
  class HTMLScriptElement { src = "http://here/static/js/main.js"; }
  const tag = new HTMLScriptElement();
  const seen = { questions: [], previews: [], moves: [], busy: false, shown: [] };
  const globals = {
    HTMLScriptElement,
    window: { addEventListener() {} },
    document: { addEventListener() {}, querySelector: (selector) => (selector.startsWith("script") ? tag : app) },
    performance: { now: () => time },
    setTimeout: (act, wait) => { timers.set((ids += 1), { act, at: time + wait }); return ids; },
    clearTimeout: (id) => timers.delete(id),
    fetch: (address, { body }) => new Promise((answer, fail) => {
      seen.questions.push({
        address,
        asked: JSON.parse(body),
        answer: (link, status = 200) => answer({ ok: status === 200, status, statusText: "", json: async () => ({ link, parts: { sheet: link } }) }),
        fail,
      });
    }),
  };
  const { bus, Hand } = load(["bridge/bus.js", "follow/panel/hand.js"], ["bus", "Hand"], globals);
  bus.send = (moves) => seen.moves.push(moves.map(({ values, count, epoch, revision }) => ({ values, count, epoch, revision })));
  bus.join(rootOf(), { key: "sheet", stamp: ["one", 1], now: "from the run" }, (now) => seen.previews.push(now));
  bus.link = "before";
  const hand = new Hand({ numbers: () => seen.shown.push(hand.values), busy: (busy) => { seen.busy = busy; } });
  Object.assign(hand, { key: "panel", whole });
  hand.told({ revision: 0, values: NOTES, heard: 0 }, "one");
  return {
    seen, hand, bus,
    told: (now, epoch = "one") => hand.told({ revision: 0, values: NOTES, heard: 0, ...now }, epoch),
    run: (state) => { script = state; },
    async pass(duration) {
      for (const end = time + duration; ;) {
        const [id, next] = [...timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
        if (!next || next.at > end) { time = end; break; }
        timers.delete(id);
        time = next.at;
        next.act();
        await settled();
      }
    },
    async answer(link, status) {
      seen.questions.at(-1).answer(link, status);
      await settled();
    },
  };
}

test("a hand asks, shows the answer, rests, and posts once; what is heard ends it", async () => {
  const { seen, hand, told, answer, pass, bus } = tab();
  assert.equal(seen.busy, false);
  hand.move([0.6, -0.3]);
  assert.equal(hand.state, "asking");
  assert.equal(seen.busy, true);
  assert.equal(seen.questions[0].address, "http://here/_backprop/numbers");
  assert.deepEqual(seen.questions[0].asked, { link: "before", key: "panel", values: [0.6, -0.3], parts: ["sheet"] });
  await answer("after");
  assert.equal(hand.state, "resting");
  assert.deepEqual(seen.previews, ["from the run", "after"]);
  assert.equal(bus.link, "after");
  await pass(199);
  assert.deepEqual(seen.moves, []);
  await pass(1);
  assert.deepEqual(seen.moves, [[{ values: [0.6, -0.3], count: 1, epoch: "one", revision: 0 }]]);
  assert.equal(hand.state, "sent");
  told({ heard: 0 }); // another run, which did not see the move yet
  assert.equal(seen.busy, true);
  told({ heard: 1 });
  assert.equal(hand.state, "still");
  assert.equal(seen.busy, false);
  await pass(10_000);
  assert.equal(seen.moves.length, 1);
  assert.deepEqual(seen.shown, [NOTES], "a reply moves no thumb");
});

test("one question at a time: what the hand did meanwhile is asked when the answer is there", async () => {
  const { seen, hand, answer, pass } = tab();
  hand.move([0.6, -0.3]);
  hand.move([0.7, -0.3]);
  hand.move([0.8, -0.3]);
  assert.equal(seen.questions.length, 1);
  await answer("first");
  assert.deepEqual(seen.questions.map(({ asked }) => asked.values[0]), [0.6, 0.8]);
  assert.equal(seen.questions[1].asked.link, "first");
  await answer("second");
  await pass(200);
  assert.deepEqual(seen.moves.map(([move]) => move.values), [[0.8, -0.3]]);
});

test("a move before the hand has rested starts the rest anew", async () => {
  const { seen, hand, answer, pass } = tab();
  hand.move([0.6, -0.3]);
  await answer("first");
  await pass(150);
  hand.move([0.7, -0.3]);
  await answer("second");
  await pass(150);
  assert.deepEqual(seen.moves, []);
  await pass(50);
  assert.equal(seen.moves.length, 1);
});

test("another hand was quicker: both are asked about", async () => {
  const { seen, hand, answer, bus } = tab();
  hand.move([0.6, -0.3]);
  bus.link = "of the other hand";
  await answer("without the other hand");
  assert.deepEqual(seen.previews, ["from the run"]);
  assert.equal(seen.questions[1].asked.link, "of the other hand");
});

test("a new revision wins over a question, a rest and a move on its way", async () => {
  const preset = { revision: 1, values: [1, 2] };
  for (const reach of ["asking", "resting", "sent"]) {
    const { seen, hand, told, answer, pass } = tab();
    hand.move([0.6, -0.3]);
    if (reach !== "asking") await answer("after");
    if (reach === "sent") await pass(200);
    assert.equal(hand.state, reach);
    const sent = seen.moves.length;
    told(preset);
    assert.deepEqual(hand.values, [1, 2]);
    assert.deepEqual(seen.shown, [NOTES, [1, 2]]);
    assert.equal(seen.busy, false);
    const before = seen.previews.length;
    if (reach === "asking") await answer("too late");
    await pass(10_000);
    assert.equal(seen.previews.length, before, "the answer about other numbers is not shown");
    assert.equal(seen.moves.length, sent, reach);
  }
});

test("a server that died: its move is made again on the new one's revision", async () => {
  const { seen, hand, told, answer, pass } = tab();
  hand.move([0.6, -0.3]);
  await answer("after");
  await pass(200);
  told({ revision: 3 }, "two");
  assert.deepEqual(seen.moves.at(-1), [{ values: [0.6, -0.3], count: 2, epoch: "two", revision: 3 }]);
  assert.deepEqual(hand.values, [0.6, -0.3]);
  told({ revision: 3, heard: 2 }, "two");
  assert.equal(seen.busy, false);
});

test("a server that died while it was asked gets the move when the question has failed", async () => {
  const { seen, hand, told } = tab();
  hand.move([0.6, -0.3]);
  told({}, "two");
  assert.deepEqual(seen.moves, []);
  seen.questions[0].fail(new Error("gone"));
  await settled();
  assert.equal(seen.moves.at(-1)[0].epoch, "two");
});

test("with no hand on them, the sliders take the numbers of a new server", () => {
  const { seen, hand, told } = tab();
  told({ values: [1, 2] }, "two");
  assert.deepEqual(hand.values, [1, 2]);
  assert.equal(seen.busy, false);
});

test("a move that no run has taken is sent again", async () => {
  const { seen, hand, told, answer, pass } = tab();
  hand.move([0.6, -0.3]);
  await answer("after");
  await pass(200 + 4000);
  assert.deepEqual(seen.moves.map(([{ count }]) => count), [1, 2]);
  told({ heard: 1 }); // the first one was heard at last, the second is on its way
  assert.equal(seen.busy, true);
  told({ heard: 2 });
  assert.equal(seen.busy, false);
});

test("a question that fails leaves the answer to the session, and the next one is asked", async () => {
  const { seen, hand, told, answer } = tab();
  hand.move([0.6, -0.3]);
  await answer("", 500);
  assert.equal(seen.moves.length, 1);
  told({ heard: 1 });
  hand.move([0.7, -0.3]);
  assert.equal(seen.questions.length, 2);
});

test("a host that has no such path is not asked again", async () => {
  for (const status of [404, 405]) {
    const { seen, hand, answer, pass } = tab();
    hand.move([0.6, -0.3]);
    await answer("", status);
    assert.equal(seen.moves.length, 1);
    hand.move([0.7, -0.3]);
    await pass(60);
    assert.equal(seen.questions.length, 1);
    assert.deepEqual(seen.moves.at(-1)[0].values, [0.7, -0.3]);
  }
});

test("a move waits while the server runs the page", async () => {
  const { seen, hand, answer, pass, run } = tab();
  run("running");
  hand.move([0.6, -0.3]);
  await answer("after");
  await pass(1000);
  assert.deepEqual(seen.moves, []);
  run("notRunning");
  await pass(40);
  assert.equal(seen.moves.length, 1);
});

test("a page without parts is run at once, and not more often than it is drawn", async () => {
  const { seen, hand, pass } = tab({ whole: true });
  for (const value of [0.6, 0.7, 0.8]) hand.move([value, -0.3]);
  assert.deepEqual(seen.moves.map(([{ values }]) => values[0]), [0.6]);
  await pass(60);
  assert.deepEqual(seen.moves.map(([{ values }]) => values[0]), [0.6, 0.8]);
  assert.deepEqual(seen.questions, []);
});
