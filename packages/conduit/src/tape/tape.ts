import type { KernelExecutor } from "@watt/electron";
import { conduitError } from "../errors.ts";
import { INVALID_URL } from "../escape/url.ts";
import { inspector } from "../html/inspector.ts";
import type { Late } from "./late.ts";
import { INITIAL, type Layout, layOut, type Sizes } from "./memory.ts";
import { LATE, RAW } from "./op.ts";
import type { Records } from "./records.ts";
import { respellApart } from "./respell.ts";
import type { Scope } from "./scope.ts";
import { Statics } from "./statics.ts";
import { type Utf8Writer, utf8Writer } from "./text-encoder.ts";
import { EXPIRED, HtmlNode, ON_TAPE, SEALED, Token } from "./token.ts";
import { INVALID_URL_ID } from "./walker.ts";

/** Nodes outside of renders are copied away from the tape when they take more words, or bytes, than this. */
const AMBIENT_WORDS = 16 * 1024;
const AMBIENT_BYTES = 64 * 1024;
/** Text is encoded when so much of it waits (measured: a table takes 3 % more with 1 MiB, 6 % more with 2 KiB). */
export const ROPE_MAX: number = 16 * 1024;
/** A UTF-16 code unit becomes at most three bytes. */
const UTF8_MAX = 3;
/** Words that are free behind the limit: neither an op nor such a record takes more. */
const SPARE = 4;

/**
 * The one tape of a process: builders append records to it (see op.ts), renders walk it.
 *
 * Text waits in one long string, the rope, and is encoded all at once: that takes about half of encoding each string alone,
 * and less where one was just put together, as nothing flattens it by itself. Until then records count it in code units.
 *
 * Invariants: a render scope is synchronous, so scopes are a stack; what lies below the innermost scope's start is
 * finished and never moves relative to its area; nodes made outside of any scope lie at the very start.
 * All offsets are relative to their area, so that a larger memory takes the areas over by plain copies.
 */
export class Tape {
  /** The class of nodes: that of the copy of this package which came first. */
  readonly Node: typeof HtmlNode = HtmlNode;
  readonly statics: Statics = new Statics();
  // Why declared, and assigned once by the constructor: V8 folds such fields, as long as no larger memory takes the place of
  // the first (measured: a tenth of what building a page takes, a sixth of a tree).
  declare layout: Layout;
  declare u8: Uint8Array<ArrayBuffer>;
  declare i32: Int32Array<ArrayBuffer>;
  /** Index of the tape's first word in `i32`; and words after which there is no room for another op. */
  declare wordBase: number;
  declare wordEnd: number;
  declare private utf8: Utf8Writer;
  /** Where the walker finds the records. */
  declare records: Records;
  /** Words, bytes of text and raw bytes in use. */
  words = 0;
  texts = 0;
  raws = 0;
  readonly late: Late[] = [];
  /** Open render scopes. */
  depth = 0;
  token: Token = new Token();
  /** Text that is not encoded yet. */
  rope = "";
  /** The record that is open, or -1. */
  record = -1;
  /** Words after which `begin` has something to do. */
  wordLimit = 0;
  /** The first word of the tape that counts text in code units. */
  private unspelled = 0;
  private unspelledIsOpen: 0 | 1 = 0;
  private copiedStatics = 0;
  private executor: KernelExecutor | undefined = undefined;

  constructor() {
    const empty = this.statics.place("");
    const invalid = this.statics.place(INVALID_URL);
    // Safety: the op of a static is its id, shifted; these two are known by theirs.
    if (empty?.op !== 0 || invalid?.op === undefined || this.statics.count !== INVALID_URL_ID + 1) throw new Error();
    this.take(layOut(INITIAL));
  }

  /** True for nodes of this process, whichever copy of this package made them. */
  isNode(value: unknown): value is HtmlNode {
    // An object of their class that no builder made has no token.
    return value instanceof HtmlNode && value._token instanceof Token;
  }

  // ——— records: what is rare; see record.ts for the rest ———

  /** Drops the record that is open. Safety: called when a builder throws, so that the next one starts clean. */
  abort(): void {
    if (this.record === -1) return;
    const text = this.i32[this.wordBase + this.record]!;
    this.rope = text < this.texts ? "" : this.rope.slice(0, text - this.texts);
    this.texts = Math.min(this.texts, text);
    this.words = this.record;
    if (this.unspelled > this.words) {
      this.unspelled = this.words;
      this.unspelledIsOpen = 0;
    }
    this.record = -1;
  }

  /** Appends a static and bytes that are HTML already. */
  raw({ op }: { readonly op: number }, bytes: Uint8Array): void {
    this.reserve(this.words, this.texts, this.raws + bytes.length);
    this.u8.set(bytes, this.layout.raws + this.raws);
    this.op(op | RAW);
    this.op(bytes.length);
    this.op(this.raws);
    this.raws += bytes.length;
    this.watch();
  }

  /** Appends a static, and leaves it to the render what comes then. */
  wait({ op }: { readonly op: number }, late: Late): void {
    this.op(op | LATE);
    this.op(this.late.push(late) - 1);
  }

  /** Appends a word. */
  op(word: number): void {
    if (this.words > this.wordEnd) this.reserve(this.words + SPARE, this.texts, this.raws);
    this.i32[this.wordBase + this.words++] = word;
  }

  /** Makes room for a record. @throws WATT_CONDUIT_REENTERED while another one is open */
  prepare(tag: string): void {
    if (this.record !== -1) throw conduitError("WATT_CONDUIT_REENTERED", { tag });
    if (this.rope.length > ROPE_MAX) this.encode();
    if (this.depth === 0 && (this.words > AMBIENT_WORDS || this.texts + this.raws > AMBIENT_BYTES)) this.seal();
    if (this.words > this.wordEnd) this.reserve(this.words + SPARE, this.texts, this.raws);
  }

  // ——— text ———

  /** Encodes the text that waits, so that the records can be read. O(text). */
  encode(): void {
    const { rope } = this;
    const { length } = rope;
    if (length === 0) return;
    // And a byte behind it.
    const most = this.texts + length * UTF8_MAX + 1;
    this.reserve(this.words, most, this.raws);
    const at = this.layout.texts + this.texts;
    let bytes = this.utf8(rope, at);
    if (bytes !== length) bytes = this.respell(rope, at, bytes);
    this.rope = "";
    this.texts += bytes;
    this.unspelled = this.words;
    this.unspelledIsOpen = this.record === -1 ? 0 : 1;
    this.watch();
  }

  /** Lets the next `begin` copy nodes outside of renders away, when they are too many bytes. */
  private watch(): void {
    if (this.depth === 0 && this.texts + this.raws > AMBIENT_BYTES) this.wordLimit = -1;
  }

  /** Makes bytes of code units in the records of the text that waits. */
  private respell(rope: string, at: number, bytes: number): number {
    const from = this.wordBase + this.unspelled;
    const to = this.wordBase + this.words;
    this.u8[at + bytes] = 0;
    const before = this.i32.slice(from, to);
    if (this.layout.walker.respell(from * 4, to * 4, at, this.texts, this.unspelledIsOpen) === 1) return bytes;
    this.i32.set(before, from);
    return respellApart(this, from, to, this.texts, this.unspelledIsOpen, {
      write: (start, length, after) => this.utf8(rope.slice(start, start + length), at + after),
    });
  }

  // ——— scopes ———

  /** Opens a render scope: what is built until `close` lies above what is there. */
  open(): Scope {
    if (this.rope !== "") this.encode();
    const { token: outer, words, texts, raws, record } = this;
    const token = new Token();
    this.token = token;
    this.record = -1;
    this.unspelled = words;
    this.unspelledIsOpen = 0;
    this.depth++;
    this.wordLimit = this.wordEnd;
    return { outer, token, words, texts, raws, late: this.late.length, record };
  }

  /** Closes the innermost scope: its nodes expire and its part of the tape is free. */
  close(scope: Scope): void {
    if (scope.token.state === ON_TAPE) scope.token.state = EXPIRED;
    this.token = scope.outer;
    this.words = scope.words;
    this.texts = scope.texts;
    this.raws = scope.raws;
    if (this.late.length !== scope.late) this.late.length = scope.late;
    this.record = scope.record;
    this.rope = "";
    this.unspelled = scope.words;
    this.unspelledIsOpen = scope.record === -1 ? 0 : 1;
    this.depth--;
    if (this.depth === 0) this.limit();
  }

  /** Copies all that is on the tape away for `token`, whose nodes stay valid. O(words and bytes). */
  seal(token: Token = this.token): void {
    this.encode();
    const { texts, raws } = this.layout;
    token.copy = {
      words: this.i32.slice(this.wordBase, this.wordBase + this.words),
      texts: this.u8.slice(texts, texts + this.texts),
      raws: this.u8.slice(raws, raws + this.raws),
      late: this.late.slice(),
    };
    token.state = SEALED;
    if (this.depth > 0) return;
    this.token = new Token();
    this.words = this.texts = this.raws = this.unspelled = 0;
    this.late.length = 0;
    this.limit();
  }

  /** Where a node is. @throws WATT_CONDUIT_NODE_EXPIRED */
  stateOf(node: HtmlNode): typeof ON_TAPE | typeof SEALED {
    const { state } = node._token;
    if (state === EXPIRED) throw inspector.expired?.(node) ?? conduitError("WATT_CONDUIT_NODE_EXPIRED");
    return state;
  }

  // ——— memory ———

  /** Makes room for so much in all. @throws WATT_CONDUIT_TOO_LARGE */
  reserve(words: number, texts: number, raws: number): void {
    const { sizes } = this.layout;
    if (words + SPARE <= sizes.words && texts <= sizes.texts && raws <= sizes.raws) return;
    const larger = (needed: number, now: number): number => (needed > now ? Math.max(needed, now * 2) : now);
    this.replace({
      words: larger(words + SPARE, sizes.words),
      texts: larger(texts, sizes.texts),
      raws: larger(raws, sizes.raws),
      window: sizes.window,
    });
  }

  /** A word of the report of the last walk. */
  report(word: number): number {
    return this.i32[(this.layout.report >> 2) + word]!;
  }

  /** For tests: moves to a memory whose records are walked by `executor`. */
  useExecutor(executor: KernelExecutor | undefined): void {
    this.executor = executor;
    this.replace(this.layout.sizes);
  }

  /** Statics made since the last walk are copied to where the walker reads them. */
  syncStatics(): void {
    const { offsets, bytes, count } = this.statics;
    const from = this.copiedStatics;
    if (from === count) return;
    const { statics } = this.layout;
    this.u8.set(bytes.subarray(offsets[from], offsets[count]), statics + offsets[from]!);
    const table = this.layout.offsets >> 2;
    for (let i = from; i <= count; i++) this.i32[table + i] = statics + offsets[i]!;
    this.copiedStatics = count;
  }

  private replace(sizes: Sizes): void {
    const { i32, u8, wordBase, layout } = this;
    this.take(layOut(sizes, this.executor));
    this.i32.set(i32.subarray(wordBase, wordBase + this.words), this.wordBase);
    this.u8.set(u8.subarray(layout.texts, layout.texts + this.texts), this.layout.texts);
    this.u8.set(u8.subarray(layout.raws, layout.raws + this.raws), this.layout.raws);
  }

  private take(layout: Layout): void {
    this.layout = layout;
    this.u8 = layout.u8;
    this.i32 = layout.i32;
    this.records = { words: layout.words, texts: layout.texts, raws: layout.raws, late: this.late };
    this.wordBase = layout.words >> 2;
    this.wordEnd = layout.sizes.words - SPARE;
    this.utf8 = utf8Writer(this.u8);
    this.copiedStatics = 0;
    this.limit();
  }

  private limit(): void {
    this.wordLimit = this.depth === 0 ? Math.min(AMBIENT_WORDS, this.wordEnd) : this.wordEnd;
  }
}

const key: unique symbol = Symbol.for("watt.conduit.tape.2") as never;
const shared = globalThis as { [key]?: Tape };

/** The tape of this process. Why shared: nodes of the ESM and the CJS copy of this package mix in one render. */
export const tape: Tape = (shared[key] ??= new Tape());
