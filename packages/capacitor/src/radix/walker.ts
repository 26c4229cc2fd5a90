import { isPlain } from "../path/canonical.ts";
import {
  CHILD,
  HAS_PARAM,
  HAS_WILDCARD,
  IS_WILDCARD,
  LABEL,
  LEAF,
  LENGTH_SHIFT,
  LITERALS_MASK,
  META,
  NODE_WORDS,
} from "./plan-radix.ts";

/** `walk` found no route. */
export const NO_ROUTE = -1;
/** `walk` met a character inside a param that may need another spelling, or that ends the path. */
export const ODD_CHARACTER = -2;

const SLASH = 47;
const CHOICE_WORDS = 3;
const ALTERNATIVES = 2;

/** What a walker walks over. */
export interface WalkerTable {
  readonly nodes: Int32Array;
  readonly labels: Uint8Array;
  /** `leaf * columns + column` → route id, or -1. */
  readonly routeIds: Int32Array;
  readonly columns: number;
  /** See `RadixPlan.choices`. */
  readonly choices: number;
  /** The most params of a route. */
  readonly params: number;
}

/**
 * The JavaScript executor of the radix image: depth first, explicit stack, literal before param before wildcard.
 *
 * ```text
 * at node: compare its label; at the end of the path, its leaf if it has one for the method
 *          otherwise remember its wildcard and its param, go to the literal child of the next character
 * stuck:   take the last one remembered, let it have its segment (a wildcard the rest), go to its node
 * ```
 *
 * The tree is a tree and a param or literal takes whole segments, so a node is reached at one position only: no node is
 * visited twice and no memo is needed. The work is at most the bytes of the labels plus, for each param, its segment.
 */
export class Walker {
  /** Start and end of each param of the last route found, in the path that was walked. Overwritten by the next walk. */
  readonly offsets: Int32Array;
  readonly #table: WalkerTable;
  readonly #choices: Int32Array;

  constructor(table: WalkerTable) {
    this.offsets = new Int32Array(table.params * 2);
    this.#table = table;
    this.#choices = new Int32Array(table.choices * ALTERNATIVES * CHOICE_WORDS);
  }

  /**
   * The id of the route, `NO_ROUTE` or `ODD_CHARACTER`. Allocates nothing.
   *
   * A route found without `canonical` is the right one for a path of any spelling: its literals were compared with
   * canonical text, so nothing in them could be spelled otherwise, and its params hold plain characters only. That
   * nothing was found says nothing about a path that is not canonical.
   *
   * @param path begins with `/`.
   * @param column the method's column in the table.
   * @param canonical whether `path` is known to be canonical, without query and hash.
   */
  walk(path: string, column: number, canonical: boolean): number {
    const { nodes, labels, routeIds, columns } = this.#table;
    const choices = this.#choices;
    const end = path.length;
    let top = 0;
    let node = 0;
    let position = 0;
    let params = 0;
    for (;;) {
      const meta = nodes[node + META] as number;
      let label = nodes[node + LABEL] as number;
      const labelEnd = label + (meta >>> LENGTH_SHIFT);
      while (label < labelEnd && position < end && path.charCodeAt(position) === labels[label]) {
        label++;
        position++;
      }
      if (label === labelEnd && position === end) {
        const leaf = nodes[node + LEAF] as number;
        const route = leaf < 0 ? NO_ROUTE : (routeIds[leaf * columns + column] as number);
        if (route >= 0) return route;
      } else if (label === labelEnd) {
        const code = path.charCodeAt(position);
        const literals = meta & LITERALS_MASK;
        const child = nodes[node + CHILD] as number;
        let i = 0;
        while (i < literals && labels[labelEnd + i] !== code) i++;
        if ((meta & (HAS_PARAM | HAS_WILDCARD)) !== 0 && code !== SLASH) {
          const alternative = child + literals * NODE_WORDS;
          const wildcard = (meta & HAS_PARAM) !== 0 ? alternative + NODE_WORDS : alternative;
          if ((meta & HAS_WILDCARD) !== 0) top = remember(choices, top, wildcard, position, params);
          if ((meta & HAS_PARAM) !== 0) top = remember(choices, top, alternative, position, params);
        }
        if (i < literals) {
          node = child + i * NODE_WORDS;
          position++;
          continue;
        }
      }
      if (top === 0) return NO_ROUTE;
      top -= CHOICE_WORDS;
      node = choices[top] as number;
      position = choices[top + 1] as number;
      params = choices[top + 2] as number;
      this.offsets[params * 2] = position;
      position = captureEnd(path, position, ((nodes[node + META] as number) & IS_WILDCARD) !== 0, canonical);
      if (position < 0) return ODD_CHARACTER;
      this.offsets[params * 2 + 1] = position;
      params++;
    }
  }
}

function remember(choices: Int32Array, top: number, node: number, position: number, params: number): number {
  choices[top] = node;
  choices[top + 1] = position;
  choices[top + 2] = params;
  return top + CHOICE_WORDS;
}

function captureEnd(path: string, from: number, isWildcard: boolean, canonical: boolean): number {
  const end = path.length;
  for (let position = from; position < end; position++) {
    const code = path.charCodeAt(position);
    if (isPlain(code)) {
      if (code === SLASH && !isWildcard) return position;
    } else if (!canonical) return ODD_CHARACTER;
  }
  return end;
}
