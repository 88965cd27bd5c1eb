// @ts-check
// Where the numbers of a pasted matrix go.

/** @typedef {{ height: number, width: number }} Shape of a matrix of sliders */

/** The places that pasted rows take, by their count from the first cell, and their numbers. A whole
 * matrix, or all its numbers in one row or column, fills the matrix; anything else goes from the cell
 * `at` on; null if it has no room there.
 * @param {number[][]} rows @param {Shape} shape @param {number} at
 * @returns {[number, number][] | null} */
function placed(rows, { height, width }, at) {
  const [high, wide] = [rows.length, rows[0].length];
  const isLine = Math.min(high, wide) === 1 || Math.min(height, width) === 1;
  if (high * wide === height * width && (isLine || high === height)) {
    return rows.flat().map((value, place) => [place, value]);
  }
  const { top, left } = cornerOf(at, width);
  if (top + high > height || left + wide > width) return null;
  return rows.flatMap((row, i) => row.map((value, j) => /** @type {[number, number]} */ ([at + i * width + j, value])));
}

/** What a text that was pasted at a cell changes, or why it changes nothing; null if it is no more than
 * one number or a word.
 * @param {string} text @param {Shape} shape @param {number} at
 * @returns {{ changes?: [number, number][], refusal?: string, noRoom?: Record<string, number> } | null} */
function readPasted(text, shape, at) {
  const one = readNumber(text);
  if (one.value !== undefined) return null;
  const { rows, refusal } = readMatrix(text);
  if (!rows) {
    const several = one.refusal === "several_numbers" || /[\n\t;&[\]]/.test(text.trim());
    return several ? { refusal } : null;
  }
  const changes = placed(rows, shape, at);
  if (changes) return { changes };
  const { top, left } = cornerOf(at, shape.width);
  const room = { high: shape.height - top, wide: shape.width - left };
  return { noRoom: { rows: rows.length, columns: rows[0].length, ...room } };
}

/** @param {number} at @param {number} width */
function cornerOf(at, width) {
  return { top: Math.floor(at / width), left: at % width };
}
