// What crosses between Python and the browser, and what the files of this folder bring to the
// components they are pasted in front of. tests/ui/bridge/test_types.py holds Python to it.

/** The session's name and a count of its runs: which run of the server draws. */
type Stamp = [epoch: string, serial: number];

/** What Streamlit gives a component of ours; Component in component.py sends the one entry. */
interface Mounted<Data> {
  data: [Data];
  parentElement: ParentNode;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}

/** A component that follows the sliders: mount() in follow/page_run.py. */
interface Following<Now> {
  key: string;
  stamp: Stamp;
  now: Now;
  beside?: { key: string; now: any };
}

/** A hand's move, as state/move.py reads it. */
interface Move {
  key: string;
  epoch: string | null;
  revision: number | null;
  values: number[];
}

/** What a moving hand asks (follow/answer.py): the link to the numbers before the move, where the sliders
 * of that key stand, and the keys of what is on the page. */
interface Question {
  link: string;
  key: string;
  values: number[];
  parts: string[];
}

/** An answer typed on the page to practise, in place of a move. */
interface AnswerSent {
  link: string;
  answer: string;
  parts: string[];
}

/** The answer to a question of a moving hand (follow/answer.py). */
interface Answer {
  link: string;
  parts: Record<string, unknown>;
}

interface Bus {
  epoch: string;
  serial: number;
  link: string;
  told: Map<string, { epoch: string; serial: number; payload: any }>;
  joined: Map<string, { root: Element; apply: (now: any) => void; epoch: string; serial: number }>;
  moves: number;
  pending: Map<string, Move & { count: number }>;
  send: ((moves: (Move & { count: number })[]) => void) | null;
  mute: boolean;
  clicked: number;
  listens?: boolean;
  readonly running: boolean;
  readonly drawn: boolean;
  readonly keys: string[];
  address(path: string): string;
  join<Now>(root: Element, data: Following<Now>, apply: (now: Now) => void): boolean;
  light(key: string): void;
  visit(href: string): void;
  post(move: Move): number;
  preview(link: string, views: Record<string, unknown>): void;
}

interface Window {
  backpropBus?: Bus;
  backpropAddress?: {
    timer: number | null;
    last: number;
    waiting: string;
    asked: string;
    undo?: () => void;
    listens?: boolean;
  };
  backpropLive?: HTMLElement;
  katex?: Katex;
}

interface Katex {
  isPlain?: boolean;
  render(latex: string, node: HTMLElement, options?: object): void;
}

// What each component shows: the `shown` or `draw` of its Python.

interface DocumentNow {
  language: string;
  skip: string;
  page: string;
  settled: string;
}

/** What sliders show as of a run (follow/sliders.py): `revision` grows when anything but they sets their
 * numbers, `open` is the key of the variable whose derivation is open, `heard` the count of the last
 * move that a run took. */
interface SlidersNow {
  revision: number;
  values: number[];
  open: string;
  heard: number;
}

interface CellFrame {
  key: string;
  base: string;
  subscript: string;
  spoken: string;
}

/** A matrix of sliders (follow/panel): where they begin and end, and what may be typed at most. */
interface GroupFrame {
  title: string;
  note: string;
  beside: boolean;
  columns: number;
  low: number;
  high: number;
  step: number;
  hardLow: number;
  hardHigh: number;
  cells: CellFrame[];
}

interface SliderWords {
  number: string;
  outOfRange: string;
  noRoom: string;
  refusals: Record<string, string>;
}

/** What only the network's sliders say, and the bar that goes with them. */
interface SidebarWords {
  copy: string;
  copied: string;
  keys: string;
  all: string;
  which: string;
  less: string;
  more: string;
  sign: string;
  computed: string;
}

/** What the bar of the lecture view tells of a number, by the number's key: symbols with their values. */
type Readout = Record<string, [before: string, base: string, subscript: string, value: string][]>;

/** `one` where the number that is looked at has the only slider; `whole` where each move must run the page,
 * `folded` where nothing on it follows the sliders; `beside` on a lesson: what the bar at the foot tells;
 * `large` in the lecture view. */
interface PanelData extends Following<SlidersNow> {
  beside?: { key: string; now: Readout };
  large: boolean;
  frame: { groups: GroupFrame[]; words: SliderWords; sidebar: SidebarWords | null; one: boolean };
  whole: boolean;
  folded: boolean;
}

interface AddressNow {
  link: string;
  page: string;
}

/** What follow/address draws; kept is what the tab is to keep, null where the session asks for it. */
interface AddressData extends Following<AddressNow> {
  kept: string | null;
}

interface CurveNow {
  x: [low: number, high: number];
  y: [low: number, high: number];
  titles: [x: string, y: string];
  height: number;
  ys: number[];
  point: [x: number, y: number];
  slope: number;
  told: string;
  spoken: string;
}

type NodeGroup =
  "image" | "kernel" | "kernel_bias" | "s" | "o" | "pooled" | "dense" | "dense_bias" | "alpha" | "y_out" | "loss";

interface DiagramNode {
  key: string;
  group: NodeGroup;
  place: number;
  base: string;
  subscript: string;
}

/** Where the tiles of a composed network stand (components/diagram/layout.py), by their keys. */
interface AnyLayout {
  box: [width: number, height: number];
  titles: [text: string, x: number, y: number][];
  tiles: Record<string, [x: number, y: number, side: number]>;
  edges?: number[][];
}

interface DiagramNow {
  frame: {
    nodes: DiagramNode[];
    two: boolean;
    folded: boolean;
    large: boolean;
    spoken: string;
    hint: string;
    titles: Record<string, [title: string, note: string]>;
    from: Record<string, string[]>;
    layouts: { wide: AnyLayout; narrow: AnyLayout } | null;
  };
  light: {
    paths: string[][];
    windows: number[];
    lit: string[];
    doing: string | null;
    unknown: string[];
    second: Record<string, string>;
    past: string[];
  };
  open: string;
  live: Record<string, [text: string, strength: number, told: string]>;
  dense: [strength: number][];
}

interface EaselData {
  words: { easel: string; brush: string; add: string[]; clear: string };
  rows: number;
  columns: number;
}

interface Grid {
  title: string;
  stack: string;
  spoken: string;
  columns: number;
  width: number;
  small: boolean;
  details: boolean;
  cells: { base: string; subscript: string; key: string; about: string; lights: string }[];
}

type GridCell = [text: string, strength: number, spoken: string, mark: string, pieces: string[]];

interface GridsNow {
  grids: Grid[];
  cells: GridCell[];
}

interface Printer {
  label: string;
}

type ResultCell = [
  key: string,
  text: string,
  spoken: string,
  strength: number,
  pin: string,
  crossed: boolean,
];

interface ResultTable {
  title: string;
  corner: string;
  columns: string[];
  rows: string[];
  cells: ResultCell[];
}

interface ResultMaps {
  tables: ResultTable[];
}

/** Plain text, or a formula in a list of its own. */
type Content = string | [latex: string];

type Block =
  | ["formula", latex: string, badge: string, note: string, places: number[]]
  | ["equation", left: string, rows: [latex: string, badge: string][]]
  | ["text", text: string, style: string]
  | ["warning", text: string]
  | ["metrics", items: [label: Content, value: string, help: string][]]
  | ["table", heads: string[], rows: Content[][]]
  | ["bars", spoken: string, rows: [name: string, start: number, end: number, text: string][]];

/** A factor of a line: what lights up with it, its name and value as text and as LaTeX, the formula behind
 * it with symbols and with numbers if it has one, and the derivation that it opens if it opens one. */
type Factor = [
  lights: string,
  told: string,
  latex: string,
  made: [] | [symbols: string, numbers: string],
  opens: [] | [key: string, text: string],
];

interface FactorsNow {
  of: string;
  told: Factor[];
  words: { group: string; hint: string; given: string; back: string; close: string };
}

interface SheetNow {
  blocks: Block[];
}

interface SignData {
  label: string;
}

interface Verdict {
  tone: "" | "right" | "wrong" | "open";
  lines: string[];
}

interface VerdictData extends Verdict {
  key: string;
  /** The key of the field whose text is sent ahead; '' for none. */
  field: string;
}

interface Axes {
  last: number;
  low: number;
  high: number;
  log: boolean;
  level: number;
  ends: [low: string, high: string];
  step: string;
}

type Line = [steps: number[], values: number[], name: string, kind: number, pin: string];

interface MultiplesPanel {
  title: string;
  spoken: string;
  note: string;
  lines: Line[];
}

interface SmallMultiples {
  axes: Axes;
  kinds: string[];
  panels: MultiplesPanel[];
}

interface Thumbnail {
  key: string;
  pixels: number[][];
  lines: string[];
  spoken: string;
  open: boolean;
  bad: boolean;
}

interface Thumbnails {
  pictures: Thumbnail[];
  pick: boolean;
}
