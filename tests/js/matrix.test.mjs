import assert from "node:assert/strict";
import { test } from "node:test";

import { readMatrix } from "./load.mjs";

const TWO_BY_TWO = [[0.2, 0.5], [1, 0]];
const latex = String.raw;

const READ = {
  "NumPy, printed": ["[[0.2 0.5]\n [1.  0. ]]", TWO_BY_TWO],
  "NumPy, its repr": ["array([[0.2, 0.5],\n       [1. , 0. ]])", TWO_BY_TWO],
  "NumPy, a call": ["np.array([[0.2, 0.5], [1, 0]], dtype=np.float64)", TWO_BY_TWO],
  "NumPy, a long row broken": ["[0.1 0.2 0.3\n 0.4 0.5]", [[0.1, 0.2, 0.3, 0.4, 0.5]]],
  "PyTorch": ["tensor([[0.2, 0.5],\n        [1.0, 0.0]])", TWO_BY_TWO],
  "Python lists": ["[[0.2, 0.5], [1, 0]]", TWO_BY_TWO],
  "a Python list": ["[0.2, 0.5, 0.1, 0.4]", [[0.2, 0.5, 0.1, 0.4]]],
  "a comma in brackets separates": ["[0,5]", [[0, 5]]],
  "one deeper": ["[[[0.2, 0.5], [1, 0]]]", TWO_BY_TWO],
  "MATLAB": ["0.2 0.5; 1 0", TWO_BY_TWO],
  "MATLAB, brackets": ["[0.2 0.5; 1 0]", TWO_BY_TWO],
  "MATLAB, commas": ["[0.2, 0.5; 1, 0]", TWO_BY_TWO],
  "MATLAB, an assignment": ["A = [0.2 0.5\n     1   0];", TWO_BY_TWO],
  "MATLAB, a column": ["[1; 2; 3]", [[1], [2], [3]]],
  "Mathematica": ["{{0.2, 0.5}, {1, 0}}", TWO_BY_TWO],
  "LaTeX": [latex`0.2 & 0.5 \\ 1 & 0`, TWO_BY_TWO],
  "LaTeX, an environment": [latex`\begin{pmatrix} 0.2 & 0.5 \\ 1 & 0 \end{pmatrix}`, TWO_BY_TWO],
  "LaTeX, an array": [
    latex`\left[\begin{array}{cc} \frac{1}{2} & -1 \\[2pt] 0 & 1.5 \cdot 10^{-7} \end{array}\right]`,
    [[0.5, -1], [0, 1.5e-7]],
  ],
  "LaTeX, a decimal comma": [latex`0,2 & 0{,}5 \\ 1 & 0`, TWO_BY_TWO],
  "a spreadsheet": ["0.2\t0.5\r\n1\t0\r\n", TWO_BY_TWO],
  "a spreadsheet, decimal comma": ["0,2\t0,5\n1\t0", TWO_BY_TWO],
  "a spreadsheet, per cent": ["20 %\t50 %\n100 %\t0 %", TWO_BY_TWO],
  "a column of a spreadsheet": ["0.2\n0.5\n1", [[0.2], [0.5], [1]]],
  "semicolons, decimal comma": ["0,2;0,5\n1;0", TWO_BY_TWO],
  "a row with semicolons": ["1;2;3", [[1, 2, 3]]],
  "a row with semicolons and a decimal comma": ["0,25;1;0,5", [[0.25, 1, 0.5]]],
  "Markdown": ["| 0.2 | 0.5 |\n|-----|----:|\n| 1 | 0 |", TWO_BY_TWO],
  "spaces": ["0.2 0.5\n1 0", TWO_BY_TWO],
  "spaces, decimal comma": ["0,2 0,5\n1 0", TWO_BY_TWO],
  "commas": ["0.2, 0.5\n1, 0", TWO_BY_TWO],
  "commas without spaces": ["0.2,0.5\n1,0", TWO_BY_TWO],
  "commas at the ends": ["1,2,3,\n4,5,6,", [[1, 2, 3], [4, 5, 6]]],
  "Chinese commas": ["0.2，0.5、1", [[0.2, 0.5, 1]]],
  "what the page prints": ["−1.5·10⁻⁷ 0.5", [[-1.5e-7, 0.5]]],
  "05 follows a decimal comma": ["0,05;0,5", [[0.05, 0.5]]],
  "one number": ["0.5", [[0.5]]],
  "one number, decimal comma": ["0,5", [[0.5]]],
  "one number with spaces": ["− 1.5 · 10^-7", [[-1.5e-7]]],
  "a whole image": [
    "0 0 0 0\n0 0.5 0.25 0\n0 1 1 0\n0 0 0 0",
    [[0, 0, 0, 0], [0, 0.5, 0.25, 0], [0, 1, 1, 0], [0, 0, 0, 0]],
  ],
};

for (const [name, [text, rows]] of Object.entries(READ)) {
  test(`read: ${name}`, () => assert.deepEqual(readMatrix(text), { rows }));
}

const REFUSED = {
  "a comma that separates, or a decimal one": ["0,5;0,2", "two_readings"],
  "pairs, or a column of decimals": ["1,2\n3,4", "two_readings"],
  "a thousand, or a decimal": ["1,234", "two_readings"],
  "a thousand, or a row": ["1 234", "two_readings"],
  "a decimal comma in a cell with three digits": ["1,234\t5", "two_readings"],
  "both signs": ["1,234.5", "both_signs"],
  "rows of unequal length": ["1 2 3\n4 5", "ragged"],
  "lists of unequal length": ["[[1, 2], [3]]", "ragged"],
  "a word": ["1 2\n3 x", "not_a_number"],
  "a gap": ["1\t\t2", "not_a_number"],
  "an open bracket": ["[1, 2", "not_a_number"],
  "words beside brackets": ["[1, 2] and [3, 4]", "not_a_number"],
  "what NumPy leaves out": ["[[0. 0. ... 0.]]", "not_a_number"],
  "no number at all": ["nan 1\n2 3", "not_finite"],
  "nothing": [" \n\t", "empty"],
  "an empty list": ["[]", "empty"],
  "a book": ["1 ".repeat(60_000), "too_long"],
};

for (const [name, [text, refusal]] of Object.entries(REFUSED)) {
  test(`refused: ${name}`, () => assert.deepEqual(readMatrix(text), { refusal }));
}

test("a long text that is no matrix is refused like a short one", () => {
  for (const part of [" ", "(", "[", "{", "\\left", "\\begin{", "a", "1,", ";", "|", "\n", "1 "]) {
    const { rows, refusal } = readMatrix(part.repeat(Math.floor(99_000 / part.length)) + "x");
    assert.equal(rows, undefined, part);
    assert.equal(typeof refusal, "string", part);
  }
});
