import assert from "node:assert/strict";
import { test } from "node:test";

import { readNumber, spellings, written } from "./load.mjs";

test("every spelling is read, or refused with the right reason", () => {
  assert.ok(spellings.length > 200);
  for (const { text, value, refusal } of spellings) {
    const wanted = refusal === undefined ? { value } : { refusal };
    assert.deepEqual(readNumber(text), wanted, JSON.stringify(text));
  }
});

test("a field shows what reads back as the same number", () => {
  assert.equal(written(2.45962277), "2.45962277");
  assert.equal(written(2.45962277, 3), "2.46");
  assert.equal(written(-0.25), "\u22120.25");
  assert.equal(written(1.5e-7), "1.5·10⁻⁷");
  assert.equal(written(-1.5e-7), "\u22121.5·10⁻⁷");
  assert.equal(written(1e21), "1·10²¹");
  assert.equal(written(-0), "0");
  assert.equal(written(0.1 + 0.2, 12), "0.3");
  const bits = new DataView(new ArrayBuffer(8));
  let state = 1n;
  for (let count = 0; count < 2000; count += 1) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    bits.setBigUint64(0, state);
    const value = bits.getFloat64(0);
    if (Number.isFinite(value)) assert.deepEqual(readNumber(written(value)), { value }, String(value));
  }
});
