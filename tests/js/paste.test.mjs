import assert from "node:assert/strict";
import { test } from "node:test";

import { readPasted } from "./load.mjs";

const IMAGE = { height: 4, width: 4 };
const KERNEL = { height: 3, width: 3 };
const DENSE = { height: 1, width: 4 };
const inOrder = (...values) => ({ changes: values.map((value, place) => [place, value]) });

const PASTED = {
  "a number goes into the field": ["0,5", IMAGE, 0, null],
  "a word as well": ["abc", IMAGE, 0, null],
  "and what has two readings": ["1,234", IMAGE, 0, null],
  "and nothing": ["", IMAGE, 0, null],
  "a number in brackets is one": ["[0.5]", IMAGE, 5, { changes: [[5, 0.5]] }],
  "a row": ["0.2 0.5", IMAGE, 5, { changes: [[5, 0.2], [6, 0.5]] }],
  "a column": ["0.2\n0.5", IMAGE, 5, { changes: [[5, 0.2], [9, 0.5]] }],
  "a block": ["1\t2\n3\t4", KERNEL, 4, { changes: [[4, 1], [5, 2], [7, 3], [8, 4]] }],
  "a whole matrix, wherever it is pasted": ["[[1,2,3],[4,5,6],[7,8,9]]", KERNEL, 4, inOrder(1, 2, 3, 4, 5, 6, 7, 8, 9)],
  "all numbers in one row": ["[1 2 3 4 5 6 7 8 9]", KERNEL, 0, inOrder(1, 2, 3, 4, 5, 6, 7, 8, 9)],
  "the dense weights as their windows lie": ["1 & 2 \\\\ 3 & 4", DENSE, 2, inOrder(1, 2, 3, 4)],
  "too wide": ["1 2 3", KERNEL, 1, { noRoom: { rows: 1, columns: 3, high: 3, wide: 2 } }],
  "too high": ["1\n2", KERNEL, 8, { noRoom: { rows: 2, columns: 1, high: 1, wide: 1 } }],
  "one too few for a whole image": ["1 ".repeat(15), IMAGE, 0, { noRoom: { rows: 1, columns: 15, high: 4, wide: 4 } }],
  "as many, but of another shape": ["1 2 3 4 5 6 7 8\n1 2 3 4 5 6 7 8", IMAGE, 0, { noRoom: { rows: 2, columns: 8, high: 4, wide: 4 } }],
  "rows of unequal length": ["1 2\n3", IMAGE, 0, { refusal: "ragged" }],
  "a word in a matrix": ["1 2\n3 x", IMAGE, 0, { refusal: "not_a_number" }],
  "a row with two readings": ["0,5;0,2", IMAGE, 0, { refusal: "two_readings" }],
  "an empty list": ["[]", IMAGE, 0, { refusal: "empty" }],
};

for (const [name, [text, shape, at, wanted]] of Object.entries(PASTED)) {
  test(`pasted: ${name}`, () => assert.deepEqual(readPasted(text, shape, at), wanted));
}
