import { accepts, type Acceptor } from "../constraint/automaton.ts";
import { type Segment, type Skip, STATIC, WILDCARD } from "../pattern/pattern.ts";

const PERCENT = 37;
const SLASH = "/";
const TRIPLET = 3;

type Parted = Pick<Segment, "kind" | "parts">;

/** What has to be known of a pattern to find its params. */
export interface Locatable {
  readonly steps: readonly (Skip | Parted)[];
  readonly params: readonly { readonly constraint: { readonly automaton: Acceptor } | undefined }[];
}

/**
 * Where the params of a pattern lie in a canonical path that it matches: start and end of each, -1 for one that is absent.
 * For patterns of which the walker alone does not know: with optional parts, or with text around params.
 *
 * Optional parts and params are filled from the left: a part that can be there is, a param is as short as it can be.
 * O(steps × length²) at worst, since no place of the pattern is tried twice at one position.
 */
export function locateParams(pattern: Locatable, path: string): Int32Array {
  const locator = new Locator(pattern, path);
  locator.locate(0, 0);
  return locator.offsets;
}

class Locator {
  readonly offsets: Int32Array;
  readonly #pattern: Locatable;
  readonly #path: string;
  readonly #failed = new Set<string>();

  constructor(pattern: Locatable, path: string) {
    this.#pattern = pattern;
    this.#path = path;
    this.offsets = new Int32Array(pattern.params.length * 2).fill(-1);
  }

  locate(index: number, at: number): boolean {
    const step = this.#pattern.steps[index];
    const path = this.#path;
    if (step === undefined) return at === path.length || (at === 0 && path === SLASH);
    if ("to" in step) return this.#once(`${index} ${at}`, () => this.#locateOptional(index, step.to, at));
    if (path[at] !== SLASH) return false;
    if (step.kind === WILDCARD) return this.#once(`${index} ${at}`, () => this.#locateWildcard(index, at + 1));
    const end = endOfSegment(path, at + 1);
    const isHere =
      step.kind === STATIC ? path.slice(at + 1, end) === step.parts[0] : this.#locateParts(step, 0, at + 1, end);
    return isHere && this.locate(index + 1, end);
  }

  #locateOptional(index: number, to: number, at: number): boolean {
    if (this.locate(index + 1, at)) return true;
    for (let step = index + 1; step < to; step++) this.#forget(step);
    return this.locate(to, at);
  }

  #locateWildcard(index: number, start: number): boolean {
    if (start === this.#path.length || this.#path[start] === SLASH) return false;
    for (let end = endOfSegment(this.#path, start); ; end = endOfSegment(this.#path, end + 1)) {
      if (this.locate(index + 1, end)) return this.#set(this.#step(index).parts[0] as number, start, end);
      if (end === this.#path.length) return false;
    }
  }

  #locateParts(segment: Parted, index: number, at: number, end: number): boolean {
    const part = segment.parts[index];
    if (part === undefined) return at === end;
    if (typeof part === "string") {
      return this.#path.startsWith(part, at) && this.#locateParts(segment, index + 1, at + part.length, end);
    }
    return this.#once(`${segment.parts[index]}: ${at}`, () => this.#locateParam(segment, index, at, end));
  }

  #locateParam(segment: Parted, index: number, start: number, end: number): boolean {
    const param = segment.parts[index] as number;
    const automaton = this.#pattern.params[param]?.constraint?.automaton;
    for (let to = start; to < end;) {
      // A triplet is one character.
      to += this.#path.charCodeAt(to) === PERCENT ? TRIPLET : 1;
      if (automaton !== undefined && !accepts(automaton, this.#path, start, to)) continue;
      if (this.#locateParts(segment, index + 1, to, end)) return this.#set(param, start, to);
    }
    return false;
  }

  #step(index: number): Parted {
    return this.#pattern.steps[index] as Parted;
  }

  #set(param: number, start: number, end: number): true {
    this.offsets[param * 2] = start;
    this.offsets[param * 2 + 1] = end;
    return true;
  }

  #forget(index: number): void {
    const step = this.#pattern.steps[index] as Parted;
    if ("to" in step) return;
    for (const part of step.parts) if (typeof part === "number") this.offsets.fill(-1, part * 2, part * 2 + 2);
  }

  #once(key: string, attempt: () => boolean): boolean {
    if (this.#failed.has(key)) return false;
    if (attempt()) return true;
    this.#failed.add(key);
    return false;
  }
}

function endOfSegment(path: string, from: number): number {
  const slash = path.indexOf(SLASH, from);
  return slash < 0 ? path.length : slash;
}
