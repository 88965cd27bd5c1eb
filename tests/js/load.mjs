// The functions of lib/ui as a browser has them: a component's code has no imports, what it needs is
// pasted in front of it.

import { readFileSync } from "node:fs";

const ROOT = new URL("../../lib/ui/", import.meta.url);

/** The text of some files, one after the other, as a script that gives these names. */
export function load(files, names, given = {}) {
  const source = files.map((name) => readFileSync(new URL(name, ROOT), "utf8")).join("\n");
  const script = source.replace("export default function", "function mount");
  const run = new Function(...Object.keys(given), `"use strict"; ${script}; return { ${names.join(", ")} };`);
  return run(...Object.values(given));
}

/** The root of a component on the page, as much of an element as the bus looks at. */
export const rootOf = () => ({ isConnected: true, hasAttribute: () => false });

export const { readNumber, written, readMatrix, readPasted } = load(
  ["bridge/number.js", "bridge/matrix.js", "follow/panel/paste.js"],
  ["readNumber", "written", "readMatrix", "readPasted"],
);
export const spellings = JSON.parse(
  readFileSync(new URL("../numbers/spellings.json", import.meta.url), "utf8"),
);
