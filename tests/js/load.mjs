// The functions of lib/ui/bridge, which has no imports or exports: it is pasted in front of components.

import { readFileSync } from "node:fs";

const FILES = ["number.js", "matrix.js"];
const source = FILES.map((name) =>
  readFileSync(new URL(`../../lib/ui/bridge/${name}`, import.meta.url), "utf8"),
).join("\n");

export const { readNumber, written, readMatrix } = new Function(
  `"use strict"; ${source}; return { readNumber, written, readMatrix };`,
)();
export const spellings = JSON.parse(
  readFileSync(new URL("../numbers/spellings.json", import.meta.url), "utf8"),
);
