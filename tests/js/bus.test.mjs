import assert from "node:assert/strict";
import { test } from "node:test";

import { load, rootOf } from "./load.mjs";

const PAGE = {
  window: { addEventListener() {} },
  document: { addEventListener() {}, querySelector: () => null },
};

function newBus() {
  return load(["bridge/bus.js"], ["bus"], { ...PAGE, window: { addEventListener() {} } }).bus;
}

function join(bus, key, stamp, now, root = rootOf()) {
  const seen = [];
  bus.join(root, { key, stamp, now }, (shown) => seen.push(shown));
  return seen;
}

test("a second component's code finds the bus of the first", () => {
  const page = { ...PAGE, window: { addEventListener() {} } };
  assert.equal(load(["bridge/bus.js"], ["bus"], page).bus, load(["bridge/bus.js"], ["bus"], page).bus);
});

test("what a hand shows is newer than the run before it, and older than the run after it", () => {
  const bus = newBus();
  const seen = join(bus, "grid", ["a", 3], "run 3");
  bus.preview("link of the hand", { grid: "hand" });
  assert.equal(bus.link, "link of the hand");
  assert.deepEqual(seen, ["run 3", "hand"]);
  assert.deepEqual(join(bus, "grid", ["a", 3], "run 3"), ["hand"]); // mounted once more
  assert.deepEqual(join(bus, "grid", ["a", 4], "run 4"), ["run 4"]);
  assert.deepEqual(join(bus, "grid", ["b", 0], "another server"), ["another server"]);
});

test("a page is drawn when each of its components shows the newest run", () => {
  const bus = newBus();
  join(bus, "grid", ["a", 3], "run 3");
  assert.equal(bus.drawn, true);
  join(bus, "sheet", ["a", 4], "run 4");
  assert.equal(bus.drawn, false);
  join(bus, "grid", ["a", 4], "run 4");
  assert.equal(bus.drawn, true);
  join(bus, "sheet", ["a", 3], "run 3"); // one that was overtaken is no newest
  assert.deepEqual([bus.serial, bus.drawn], [4, false]);
  join(bus, "sheet", ["b", 0], "another server");
  assert.deepEqual([bus.epoch, bus.serial], ["b", 0]);
});

test("of each slider's moves the last one is sent, with its place among all", () => {
  const bus = newBus();
  const sent = [];
  bus.post({ key: "panel", values: [1] });
  bus.send = (moves) => sent.push(moves);
  bus.post({ key: "probe", values: [2] });
  assert.equal(bus.post({ key: "panel", values: [3] }), 3);
  assert.deepEqual(sent.at(-1), [
    { key: "panel", values: [3], count: 3 },
    { key: "probe", values: [2], count: 2 },
  ]);
});

test("data of an earlier run does not come back", () => {
  const bus = newBus(), root = rootOf();
  assert.deepEqual(join(bus, "grid", ["a", 2], "run 2", root), ["run 2"]);
  assert.deepEqual(join(bus, "grid", ["a", 1], "run 1", root), []);
  assert.ok(bus.drawn);
  assert.deepEqual(join(bus, "grid", ["b", 1], "another session", root), ["another session"]);
});
