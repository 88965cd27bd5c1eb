// @ts-check
// One number as people write it, read (readNumber), and the text that a field shows (written). The twin
// of lib/numbers in Python; tests/numbers/spellings.json holds both to the same answers. Pasted in front
// of a component's code, it brings these three names and no other.

const { readNumber, written, inAscii } = (() => {
  const LONGEST = 60;
  const LOOKED_AT = 2000;
  const MOST_EXPONENT = 9999;

  /** @type {Record<string, string>} */
  const STANDS_FOR = {
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d",
    "+": "\ufe62\uff0b",
    ".": "\u3002\uff0e\uff61",
    ",": "\uff0c",
    ";": "\uff1b",
    "'": "\u02bc\u2018\u2019\uff07",
    "%": "\ufe6a\uff05",
    "/": "\u2044\u2215\uff0f",
    "*": "\u00b7\u00d7\u2022\u2219\u22c5\u30fb\uff0a",
    "^": "\uff3e",
    "(": "\uff08",
    ")": "\uff09",
    "[": "\uff3b",
    "]": "\uff3d",
    " ": "\u2000\u2001\u2002\u2003\u3000",
    "\u00a0": "\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
    "\n": "\r\v\f\u0085\u2028\u2029",
    "": "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\ufeff",
    "e": "\uff25\uff45",
    "x": "\uff38\uff58",
    " 1/2 ": "½",
    " 1/3 ": "⅓",
    " 2/3 ": "⅔",
    " 1/4 ": "¼",
    " 3/4 ": "¾",
    " 1/8 ": "⅛",
    " 3/8 ": "⅜",
    " 5/8 ": "⅝",
    " 7/8 ": "⅞",
  };
  const EDGE = " \t\n\u00a0$"; // to be left out before and behind
  const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
  const LOWERED = "0123456789+-";
  /** @type {Map<string, string>} */
  const ASCII = new Map(
    Object.entries(STANDS_FOR).flatMap(([here, there]) => [...there].map((sign) => [sign, here])),
  );
  for (let digit = 0; digit < 10; digit += 1) {
    ASCII.set(String.fromCharCode(0xff10 + digit), String(digit));
  }
  const RAISED_RUN = new RegExp(`[${RAISED}]+`, "g");

  /** The text in lower case with ASCII signs for all that mean the same, powers as `^`.
   * @param {string} text */
  function inAscii(text) {
    const plain = text
      .replace(/[^\x20-\x7e]/g, (sign) => ASCII.get(sign) ?? sign)
      .replace(/\\\\(?:\[[^[\]]*\])?/g, "\n")
      .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, " $1/$2 ")
      .replace(/\\(?:cdot|times|ast)/g, "*")
      .replace(/\\[,;:! ]|~/g, "\u00a0")
      .replace(/\\(?:left|right)/g, "")
      .replace(/\{([-+,.])\}/g, "$1")
      .replace(/\\%/g, "%")
      .replace(/\*\*/g, "^")
      .replace(RAISED_RUN, (power) => `^${[...power].map((sign) => LOWERED[RAISED.indexOf(sign)]).join("")}`)
      .toLowerCase();
    let [start, end] = [0, plain.length];
    while (start < end && EDGE.includes(plain[start])) start += 1;
    while (start < end && EDGE.includes(plain[end - 1])) end -= 1;
    return plain.slice(start, end);
  }

  const SPACED = /[ \u00a0]*([-+*/^%(){}ex])[ \u00a0]*/g;
  const NOT_FINITE = /^[+-]?(?:inf|infinity|nan|∞|\\infty|\\text\{nan\})$/;
  const BRACED = /^([+-]?)\{([^{}]*10\^\{[^{}]*\})\}$/; // LaTeX keeps it on one line so
  const FRACTION = /^([+-]?)([0-9]+)\/([0-9]+)$/;
  const NUMBER = /^([+-]?)([0-9., \u00a0']+)(?:(?:e|[*x]10\^([({]?))([+-]?[0-9]+)([)}]?))?(%?)$/;
  const LOST_POWER = /^[+-]?[0-9., \u00a0']+[*x]10[+-]?[0-9]+$/;
  const DECIMAL =
    /^([0-9]*|[1-9][0-9]{0,2}([ \u00a0'])[0-9]{3}(?:\2[0-9]{3})*)(?:([.,])([0-9]*|(?:[0-9]{3}\u00a0)+[0-9]{1,3}))?$/;
  const THOUSANDS = /^[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3}){2,})$/;
  const BOTH_SIGNS = /^[0-9]*(?:,[0-9]*\.|\.[0-9]*,)[0-9]*$/;
  const THOUSANDS_AND_SIGN = /^[0-9]{1,3}(?:(?:,[0-9]{3})+\.|(?:\.[0-9]{3})+,)[0-9]*$/;
  const WRAPPING = /(?:[a-z]+\.)?(?:array|tensor|matrix)\(|\\(?:begin|end)\{[a-z]+\}/g;
  const BETWEEN = /[ \t\n\u00a0,;&|、[\](){}]+/;
  const PIECE = /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]+)?%?|[+-]?[0-9]+\/[0-9]+)$/;

  /** @typedef {{ value: number, refusal?: undefined } | { value?: undefined, refusal: string }} Read */

  /** @param {string} refusal @returns {Read} */
  const no = (refusal) => ({ refusal });

  /** A decimal number times a power of ten.
   * @param {string} sign @param {string} mantissa @param {number} power @returns {Read} */
  function scaled(sign, mantissa, power) {
    const decimal = DECIMAL.exec(mantissa);
    if (!decimal) {
      if (BOTH_SIGNS.test(mantissa) || THOUSANDS_AND_SIGN.test(mantissa)) return no("both_signs");
      return no(THOUSANDS.test(mantissa) ? "two_readings" : "not_a_number");
    }
    if (THOUSANDS.test(mantissa)) return no("two_readings");
    const whole = decimal[1].replace(/[^0-9]/g, "");
    const rest = (decimal[4] ?? "").replace(/[^0-9]/g, "");
    if (!(whole + rest)) return no("not_a_number");
    const value = Number(`${sign}${whole}.${rest}e${power}`);
    const unit = Number(`1e${power - rest.length}`);
    return Number.isFinite(value) && Number.isFinite(unit) ? { value: value + 0 } : no("not_finite");
  }

  /** @param {string} text @returns {Read} */
  function readPlain(text) {
    if (NOT_FINITE.test(text)) return no("not_finite");
    if (text.startsWith("(") && text.endsWith(")")) {
      const inner = readPlain(text.slice(1, -1));
      // an account's (5) is −5
      return /^[-+(]/.test(text.slice(1)) || inner.refusal ? inner : no("two_readings");
    }
    text = text.replace(BRACED, "$1$2");
    const fraction = FRACTION.exec(text);
    if (fraction) {
      const [, sign, over, under] = fraction;
      if (Number(under) === 0) return no("not_finite");
      return { value: Number(`${sign}1`) * Number(over) / Number(under) + 0 };
    }
    const number = NUMBER.exec(text.replace(/^[+-]?(?=10\^)/, (sign) => `${sign}1*`));
    // without its raised exponent 10⁻⁷ is 10 − 7
    if (!number) return no(LOST_POWER.test(text) ? "two_readings" : "not_a_number");
    const [, sign, mantissa, opened = "", exponent = "0", closed = "", percent] = number;
    if (!["", "()", "{}"].includes(opened + closed)) return no("not_a_number");
    const power = Math.max(-MOST_EXPONENT, Math.min(Number(exponent), MOST_EXPONENT));
    return scaled(sign, mantissa, power - (percent ? 2 : 0));
  }

  /** Whether a text is a row or a matrix: at least two numbers, and nothing else, between marks.
   * @param {string} text */
  function areSeveral(text) {
    const start = text.slice(0, 5 * LONGEST);
    const pieces = start.replace(WRAPPING, " ").split(BETWEEN).filter(Boolean);
    if (start.length < text.length) pieces.pop();
    return pieces.length > 1 && pieces.every((piece) => PIECE.test(piece));
  }

  /** The number that a text writes, or the reason why it writes none (lib/text/numbers.py).
   * @param {string} text @returns {Read} */
  function readNumber(text) {
    const plain = inAscii(text.slice(0, LOOKED_AT));
    if (!plain) return no("empty");
    const fits = plain.length <= LONGEST;
    const found = fits ? readPlain(plain.replace(SPACED, "$1")) : no("too_long");
    if (fits && found.refusal !== "not_a_number") return found;
    return areSeveral(plain) ? no("several_numbers") : found;
  }

  /** The text that a field shows: the fewest digits that read back as the same number.
   * @param {number} value @param {number} [digits] at most so many significant digits */
  function written(value, digits) {
    const rounded = digits === undefined ? value : Number(value.toPrecision(digits));
    const [mantissa, exponent] = String(rounded + 0).replaceAll("-", "\u2212").split("e");
    if (!exponent) return mantissa;
    const raised = [...exponent.replace("+", "").replace("\u2212", "-")];
    return `${mantissa}·10${raised.map((sign) => RAISED[LOWERED.indexOf(sign)]).join("")}`;
  }

  return { readNumber, written, inAscii };
})();
