import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./load.mjs";

const FOR_ANY = ["bridge/dom.js"];
const { ticks, scalesOf } = load([...FOR_ANY, "components/curve/curve.js"], ["ticks", "scalesOf"]);
const { place, nearest } = load(
  [...FOR_ANY, "components/small_multiples/small_multiples.js"],
  ["place", "nearest"],
);
const maps = load([...FOR_ANY, "components/result_maps/result_maps.js"], ["beside"]);
const easel = load([...FOR_ANY, "components/easel/easel.js"], ["beside"]);

test("ticks are round, inside the range, and about as many as asked for", () => {
  assert.deepEqual(ticks([0, 1], 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(ticks([-6, 6], 5), [-5, 0, 5]);
  assert.deepEqual(ticks([-6, 6], 10), [-6, -4, -2, 0, 2, 4, 6]);
  assert.deepEqual(ticks([0, 0.25], 5), [0, 0.05, 0.1, 0.15, 0.2, 0.25]);
  for (let power = -6; power <= 6; power += 1) {
    for (const width of [1, 1.7, 3, 9.99]) {
      const [low, high] = [-0.3 * 10 ** power, (width - 0.3) * 10 ** power];
      const found = ticks([low, high], 6);
      assert.ok(found.length >= 3 && found.length <= 8, `${low} ${high}: ${found}`);
      assert.ok(found.every((tick) => tick >= low && tick <= high + 1e-9 * 10 ** power));
    }
  }
});

test("a curve's axes end where its picture does", () => {
  const { across, down, right, bottom } = scalesOf({ x: [-2, 2], y: [0, 1], height: 200 }, 400);
  assert.equal(across(2), right);
  assert.equal(down(0), bottom);
  assert.ok(across(-2) < across(0) && down(1) < down(0));
});

test("a height is in per cent from the top, on a plain axis and on a logarithmic one", () => {
  const plain = place({ low: 0, high: 2, log: false });
  assert.deepEqual([0, 1, 2, 3, -1].map(plain), [100, 50, 0, 0, 100]);
  const log = place({ low: 0.01, high: 1, log: true });
  assert.deepEqual([0.01, 0.1, 1, 0].map((value) => Math.round(log(value))), [100, 50, 0, 100]);
});

test("the pointer is told of the nearest point", () => {
  const axes = { last: 100, low: 0, high: 1, log: false, level: 0, ends: ["0", "1"], step: "step" };
  const panels = [
    { title: "α = 1", lines: [[[0, 50, 100], [1, 0.5, -0.25], "first", 0, ""], [[0, 100], [0, 0], "second", 0, ""]] },
    { title: "empty", lines: [] },
  ];
  const box = { left: 10, top: 20, width: 200, height: 100 };
  const at = (clientX, clientY, k = 0) => nearest({ axes, panels }, k, box, { clientX, clientY });
  assert.equal(at(110, 70), "α = 1 · first · step 50 · L = 0.5");
  assert.equal(at(15, 115), "α = 1 · second · step 0 · L = 0");
  assert.equal(nearest({ axes, panels: [{ ...panels[0], lines: [panels[0].lines[0]] }] }, 0, box, { clientX: 210, clientY: 120 }), "α = 1 · first · step 100 · L = −0.25");
  assert.equal(at(110, 70, 1), "");
});

test("arrow keys stay inside a table, and at its edges where they are", () => {
  const from = (key, at) => maps.beside(key, at, 3, 6);
  assert.deepEqual(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Enter"].map((key) => from(key, 4)), [3, 5, 1, 4, 4]);
  assert.equal(from("ArrowRight", 2), 2);
  assert.equal(from("ArrowLeft", 3), 3);
});

test("arrow keys stay on the easel: to the right of a row's end is no pixel", () => {
  assert.deepEqual(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " "].map((key) => easel.beside(5, key, 4, 4)), [4, 6, 1, 9, 5]);
  assert.deepEqual([easel.beside(3, "ArrowRight", 4, 4), easel.beside(4, "ArrowLeft", 4, 4)], [3, 4]);
  assert.deepEqual([easel.beside(0, "ArrowUp", 4, 4), easel.beside(15, "ArrowDown", 4, 4)], [0, 15]);
  assert.deepEqual([easel.beside(7, "ArrowRight", 2, 8), easel.beside(3, "ArrowDown", 2, 8), easel.beside(11, "ArrowDown", 2, 8)], [7, 11, 11]);
});

test("a copied address is the one that a person sees, where a host has the app in a frame too", () => {
  const { sharedAddress } = load(["follow/panel/copy.js"], ["sharedAddress"]);
  const shared = (path) => sharedAddress(`https://lessons.example${path}`, "2new");
  assert.equal(shared("/backward?s=2old"), "https://lessons.example/backward?s=2new");
  assert.equal(shared("/~/+/backward?s=2old"), "https://lessons.example/backward?s=2new");
  assert.equal(shared("/~/+/"), "https://lessons.example/?s=2new");
  assert.equal(shared("/class/backward#n9"), "https://lessons.example/class/backward?s=2new#n9");
});
