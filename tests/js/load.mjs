// The scripts of lib/ui, which have no imports or exports: they are pasted in front of components.

import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../../lib/ui/${name}`, import.meta.url), "utf8");

/** What some scripts of lib/ui define, where these are the globals. */
export function load(names, wanted, globals = {}) {
  const source = names.map(read).join("\n");
  return new Function(...Object.keys(globals), `"use strict"; ${source}; return { ${wanted} };`)(
    ...Object.values(globals),
  );
}

export const { readNumber, written, readMatrix, readPasted } = load(
  ["bridge/number.js", "bridge/matrix.js", "follow/panel/paste.js"],
  "readNumber, written, readMatrix, readPasted",
);
export const spellings = JSON.parse(
  readFileSync(new URL("../numbers/spellings.json", import.meta.url), "utf8"),
);
