// @ts-check
// A row, a column, a matrix or a whole image pasted from a program, a formula or a spreadsheet. Stands
// after number.js and brings one name: readMatrix.

const { readMatrix } = (() => {
  /** @typedef {{ rows: number[][], refusal?: undefined } | { rows?: undefined, refusal: string }} Rows */

  const LONGEST = 100_000;
  const NAMED = /^[a-z][a-z0-9_]*\s*=/;
  const DELIMITER = /\\(?:left|right)\s*(?:\\[{}|]|[[\]().|])/g;
  const ENVIRONMENT = /\\(?:begin|end)\{[a-z]+\*?\}(?:\{[^{}]*\})?|\\hline/g;
  const CALL = /(?:[a-z]{1,9}\.)?(?:array|tensor|matrix)\(|,? ?dtype ?= ?[a-z0-9_.]+|\)/g;
  const LIST = /[[{][^[\]{}]*[\]}]/g;
  const RULE = /^[-:| ]+$/;
  const JOINED = /\d \d|^[-+]?0\d/; // 1 000 in a row is no thousand, 05 is what follows a decimal comma

  /** @param {string} refusal @returns {Rows} */
  const no = (refusal) => ({ refusal });

  /** A table of texts as numbers.
   * @param {string[][]} table @returns {Rows} */
  function asRows(table) {
    /** @type {number[][]} */
    const rows = [];
    for (const cells of table) {
      /** @type {number[]} */
      const row = [];
      for (const cell of cells) {
        const { value, refusal = "" } = readNumber(cell);
        if (JOINED.test(cell) || refusal === "empty") return no("not_a_number");
        if (value === undefined) return no(refusal);
        row.push(value);
      }
      rows.push(row);
    }
    return rows.some((row) => row.length !== rows[0].length) ? no("ragged") : { rows };
  }

  /** @param {string} text @param {RegExp} mark */
  const parts = (text, mark) => text.split(mark).map((part) => part.trim()).filter(Boolean);
  /** @param {string} line @param {string} mark */
  const cut = (line, mark) => line.split(mark).map((cell) => cell.trim());
  /** @param {string} line */
  const byComma = (line) => cut(line.replace(/,$/, ""), ",");
  /** @param {string} line */
  const bySpace = (line) => line.split(/ +/);
  /** @param {string} list */
  const inList = (list) => (list.includes(",") ? byComma(list) : bySpace(list));

  /** What stands in brackets, where a comma never is a decimal sign.
   * @param {string} text @returns {Rows} */
  function fromBrackets(text) {
    if (/[^[\]{},;\s]/.test(text.replace(LIST, ""))) return no("not_a_number");
    const lists = (text.match(LIST) ?? []).map((list) => list.slice(1, -1).replace(/[ \t]+/g, " ").trim());
    if (!lists.some(Boolean)) return no("empty");
    const flat = lists.map((list) => inList(list.replace(/\s+/g, " ")));
    if (lists.length > 1) return asRows(flat);
    const rows = asRows(parts(lists[0], /[;\n]/).map(inList));
    // NumPy breaks a long list into lines of its own
    return rows.refusal === "ragged" && !lists[0].includes(";") ? asRows(flat) : rows;
  }

  /** Every way to cut a text without brackets into rows and cells.
   * @param {string} text @returns {string[][][]} */
  function waysToCut(text) {
    const lines = text.split("\n").filter((line) => line.trim());
    if (text.includes("\t")) return [lines.map((line) => cut(line.trimEnd(), "\t"))];
    if (text.includes("&")) return [lines.map((line) => cut(line, "&"))];
    const trimmed = lines.map((line) => line.trim());
    if (text.includes("|")) {
      const bare = trimmed.filter((line) => !RULE.test(line));
      return [bare.map((line) => cut(line.replace(/^\||\|$/g, ""), "|"))];
    }
    if (!text.includes(";")) return [trimmed.map(byComma), trimmed.map(bySpace)];
    const rows = parts(text, /[;\n]/);
    // a `;` ends a row where a row has several cells; else it stands between the cells of a row
    const matrices = [rows.map(byComma), rows.map(bySpace)].filter((way) => way.some((row) => row.length > 1));
    return [trimmed.map((line) => cut(line.replace(/;$/, ""), ";")), ...matrices];
  }

  /** The rows of a pasted matrix, or the reason why it is none; one number is 1×1. Where a decimal
   * comma and a comma between numbers are both possible, it has two readings.
   * @param {string} text @returns {Rows} */
  function readMatrix(text) {
    if (text.length > LONGEST) return no("too_long");
    const bare = inAscii(text.replace(DELIMITER, "")).replace(NAMED, "").replace(ENVIRONMENT, "");
    const plain = bare.replaceAll("、", ",").trim();
    if (!plain) return no("empty");
    if (/[[\]]|^\{/.test(plain)) return fromBrackets(plain.replace(CALL, ""));
    const { value, refusal } = readNumber(plain);
    if (!/\s/.test(plain)) {
      if (value !== undefined) return { rows: [[value]] };
      if (refusal === "two_readings" || refusal === "both_signs") return no(refusal);
    }
    const ways = waysToCut(plain).map(asRows);
    if (value !== undefined) ways.unshift({ rows: [[value]] }); // 1 234 is a row, or a number
    const different = new Map(ways.filter(({ rows }) => rows).map((way) => [JSON.stringify(way), way]));
    if (different.size > 1) return no("two_readings");
    const [only] = different.values();
    return only ?? ways.find(({ refusal }) => refusal !== "not_a_number") ?? ways[0];
  }

  return { readMatrix };
})();
