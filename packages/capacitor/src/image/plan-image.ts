import { groupBy } from "../group-by.ts";
import type { Pattern, Segment } from "../pattern/pattern.ts";
import { planRadix } from "../radix/plan-radix.ts";
import { createRadixTree, type RadixTree } from "../radix/radix-node.ts";
import { answers } from "../router/answers.ts";
import { planStatic } from "../static/plan-static.ts";
import { type Image, openImage } from "./image.ts";
import {
  HEAD_BYTES,
  HEAD_CAPTURES,
  HEAD_CHOICES,
  HEAD_COLUMNS,
  HEAD_MAGIC,
  HEAD_MAX_PARAM,
  HEAD_RECORDS,
  HEAD_REMEMBERS,
  HEAD_ROUTE_IDS,
  HEAD_STATICS,
  HEAD_TESTS,
  HEAD_TRIPLETS,
  HEAD_VERSION,
  HEAD_WORDS,
  MAGIC,
  VERSION,
} from "./layout.ts";
import { TestsPlan } from "./plan-tests.ts";

const NO_ROUTE = -1;
const MOST = 0x7fff_ffff;
/** A match reads so many without asking how many there are. */
const LEAST_CAPTURES = 3;

/** A route as far as an image knows it. */
export interface ImageRoute {
  readonly id: number;
  readonly method: string;
  readonly pattern: string;
  readonly parsed: Pattern;
}

/** What the image of some routes will take, known before a byte of it is written: it is then allocated once. */
export interface ImagePlan {
  readonly bytes: number;
  /** The most alternatives that a search has to remember at once. */
  readonly choices: number;
  /** The most segments of a pattern that are no text. */
  readonly captures: number;
  /** Whether a search has to remember at which places it was. */
  readonly remembers: boolean;
  /** Columns of the image: the methods that some route answers, HEAD included where there is a GET. */
  readonly methods: readonly string[];
  /** Canonical paths of the static routes; the place of one is its leaf. */
  readonly staticPaths: readonly string[];
  /** Routes that end at a leaf, by leaf: first those of the static paths, then the others. */
  readonly rows: readonly (readonly ImageRoute[])[];
  /** The tree of the others, for who makes code of it. */
  readonly tree: RadixTree;
  /** The number of a segment's test. */
  readonly testOf: (segment: Segment) => number;
  /** Writes it to `bytes` bytes of a buffer from byte `at` on, a multiple of 4. */
  write(buffer: ArrayBufferLike, at: number): Image;
}

/** All routes of one shape: a leaf of the table. */
interface Leaf {
  readonly shape: string;
  readonly records: readonly ImageRoute[];
}

/** Counts what an image takes. O(total length of the patterns). */
export function planImage(routes: readonly ImageRoute[], maxParamLength: number): ImagePlan {
  const methods = methodsOf(routes);
  const leaves = leavesOf(routes);
  const statics = leaves.filter((leaf) => isStaticLeaf(leaf));
  const dynamics = leaves.filter((leaf) => !isStaticLeaf(leaf));
  const staticPaths = statics.map(pathOf);
  const rows = statics.map(({ records }) => records);
  const tree = createRadixTree(dynamics.map(patternOf), (ended) => {
    return rows.push(ended.flatMap((index) => (dynamics[index] as Leaf).records)) - 1;
  });
  const tests = new TestsPlan();
  const testOf = (segment: Segment): number => tests.numberOf(segment);
  const radix = planRadix(tree, testOf);
  const hash = planStatic(staticPaths);
  const records = HEAD_WORDS;
  const staticWords = records + radix.words;
  const routeIds = staticWords + hash.words;
  const testWords = routeIds + rows.length * methods.length;
  const halves = 2 * (testWords + tests.words);
  const labels = 2 * (halves + tests.halves);
  const bytes = labels + radix.labelBytes + tests.bytes;
  const { choices, remembers } = radix;
  const captures = routes.reduce((most, { parsed }) => Math.max(most, parsed.steps.length), LEAST_CAPTURES);
  const hasTriplets = leaves.some(({ shape }) => shape.includes("%"));
  const write = (buffer: ArrayBufferLike, at: number): Image => {
    new Int32Array(buffer, at, HEAD_WORDS)[HEAD_BYTES] = bytes;
    const image = openImage(buffer, at);
    const { words } = image;
    words[HEAD_MAGIC] = MAGIC;
    words[HEAD_VERSION] = VERSION;
    words[HEAD_RECORDS] = records;
    words[HEAD_STATICS] = staticWords;
    words[HEAD_ROUTE_IDS] = routeIds;
    words[HEAD_TESTS] = testWords;
    words[HEAD_COLUMNS] = methods.length;
    words[HEAD_CHOICES] = choices;
    words[HEAD_CAPTURES] = captures;
    words[HEAD_REMEMBERS] = Number(remembers);
    words[HEAD_TRIPLETS] = Number(hasTriplets);
    words[HEAD_MAX_PARAM] = Math.min(maxParamLength, MOST);
    radix.write(image, records, labels);
    hash.write(words.subarray(staticWords, routeIds));
    writeRouteIds(rows, methods, words.subarray(routeIds, testWords));
    tests.write(image, testWords, halves, labels + radix.labelBytes);
    return image;
  };
  return { bytes, choices, captures, remembers, methods, staticPaths, rows, tree, testOf, write };
}

function leavesOf(routes: readonly ImageRoute[]): Leaf[] {
  const byShape = groupBy(routes, (route) => route.parsed.shape);
  return Array.from(byShape, ([shape, records]) => ({ shape, records }));
}

/** True when a pattern matches one path only, so that the flat hash answers it. */
export function isStatic({ params, skips }: Pattern): boolean {
  return params.length === 0 && skips === 0;
}

function isStaticLeaf(leaf: Leaf): boolean {
  return leaf.records.every(({ parsed }) => isStatic(parsed));
}

// Why the pattern where it is the same text: it is there already.
function pathOf({ shape, records }: Leaf): string {
  const path = `/${shape}`;
  return records.find(({ pattern }) => pattern === path)?.pattern ?? path;
}

function patternOf(leaf: Leaf): Pattern {
  return (leaf.records[0] as ImageRoute).parsed;
}

function methodsOf(routes: readonly ImageRoute[]): string[] {
  const methods = new Set(routes.map((route) => route.method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods];
}

// A row for each leaf, with the routes that a path which ends there can have.
function writeRouteIds(rows: ImagePlan["rows"], methods: readonly string[], out: Int32Array): void {
  let at = 0;
  for (const records of rows) for (const method of methods) out[at++] = bestOf(records, method)?.id ?? NO_ROUTE;
}

function bestOf(records: readonly ImageRoute[], method: string): ImageRoute | undefined {
  let best: ImageRoute | undefined;
  for (const record of records) {
    if (answers(record, method) && (best === undefined || compareAlike(record, best, method) < 0)) best = record;
  }
  return best;
}

/**
 * Order of routes that a path cannot tell apart: the one with less that is optional goes first; then the one of the method
 * itself, before the GET that answers HEAD.
 */
export function compareAlike(a: ImageRoute, b: ImageRoute, method: string): number {
  return (
    a.parsed.skips - b.parsed.skips ||
    Number(b.method === method) - Number(a.method === method) ||
    (a.parsed.order < b.parsed.order ? -1 : 1)
  );
}
