import { conduitError } from "../errors.ts";
import { inspector } from "../html/inspector.ts";
import { type Executor, type Layout, layOut } from "./memory.ts";
import { END, INLINE_LENGTH_MAX, LONG, RAW, STATIC_SHIFT } from "./op.ts";
import { type Static, Statics } from "./statics.ts";
import { type Utf8Writer, utf8Writer } from "./text-encoder.ts";
import { EXPIRED, HtmlNode, ON_TAPE, SEALED, Token } from "./token.ts";

/** Nodes outside of renders are copied away from the tape when they take more than this. */
const AMBIENT_WORDS = 16 * 1024;
const AMBIENT_DATA = 64 * 1024;
/** Strings shorter than this are copied by a loop (measured: the native call and its checks cost more below about 32). */
const SHORT = 32;
/** A UTF-16 code unit becomes at most three bytes. */
const UTF8_MAX = 3;
/** An op, its long length, and one word to spare. */
const WORDS_PER_OP = 3;

// NUL is no character of HTML, and parsers turn CR into LF: neither survives as it is.
const unwritable = /[\0\r]/;

/** Where a render scope began. */
export interface Scope {
  readonly outer: Token;
  readonly token: Token;
  readonly words: number;
  readonly data: number;
  /** The record that was being written: a getter among its attributes may render. */
  readonly record: number;
}

/**
 * The one tape of a process: builders append records to it (see op.ts), renders walk it.
 *
 * Invariants: a render scope is synchronous, so scopes are a stack; what lies below the innermost scope's start is
 * finished and never moves relative to `words` and `data`; nodes made outside of any scope lie at the very start.
 * All offsets are relative to their area, so that a larger memory takes the areas over by plain copies.
 */
export class Tape {
  readonly statics: Statics = new Statics();
  layout: Layout;
  u8: Uint8Array;
  i32: Int32Array;
  view: DataView;
  /** Index of the tape's first word in `i32`, and of the data area's first byte in `u8`. */
  wordBase = 0;
  dataBase = 0;
  /** Words and bytes in use. */
  words = 0;
  data = 0;
  /** Open render scopes. */
  depth = 0;
  private token = new Token();
  /** Words and bytes that the areas hold. Why here and not in `layout`: each text and each op looks at them. */
  private wordLimit = 0;
  private dataLimit = 0;
  private record = -1;
  private copiedStatics = 0;
  private utf8: Utf8Writer;
  private executor: Executor = undefined;
  private readonly carriageReturn: Static;

  constructor() {
    this.carriageReturn = this.statics.intern("&#13;")!;
    this.layout = layOut(undefined);
    this.u8 = this.layout.space.u8;
    this.i32 = this.layout.space.i32;
    this.view = new DataView(this.layout.space.buffer);
    this.utf8 = utf8Writer(this.u8);
    this.take(this.layout);
  }

  /** True for nodes of this process, whichever copy of this package made them. */
  isNode(value: unknown): value is HtmlNode {
    return value instanceof HtmlNode;
  }

  // ——— records ———

  /** Begins a record. @throws WATT_CONDUIT_REENTERED while another one is open */
  begin(tag: string): void {
    if (this.record !== -1) throw conduitError("WATT_CONDUIT_REENTERED", { tag });
    if (this.depth === 0 && (this.words > AMBIENT_WORDS || this.data > AMBIENT_DATA)) this.seal();
    this.reserve(WORDS_PER_OP, 0);
    this.record = this.words;
    this.i32[this.wordBase + this.words++] = this.data;
  }

  /** Ends the record with a last static; returns its node. */
  end(last: Static): HtmlNode {
    this.op((last.id << STATIC_SHIFT) | END);
    const node = new HtmlNode(this.token, this.record);
    this.record = -1;
    return node;
  }

  /** Drops the record that is open. Safety: called when a builder throws, so that the next one starts clean. */
  abort(): void {
    if (this.record === -1) return;
    this.data = this.i32[this.wordBase + this.record]!;
    this.words = this.record;
    this.record = -1;
  }

  /** Appends a static and nothing else. */
  write(piece: Static): void {
    this.op(piece.id << STATIC_SHIFT);
  }

  /** Appends a static and text that is escaped later. */
  text(piece: Static, text: string): void {
    const length = text.length < SHORT ? this.copyShort(text) : this.copyLong(text);
    if (length === -1) this.unusual(piece, text);
    else this.piece(piece, length);
  }

  /** Appends a static and bytes that are HTML already. */
  raw(piece: Static, bytes: Uint8Array): void {
    this.reserve(WORDS_PER_OP, bytes.length);
    this.u8.set(bytes, this.dataBase + this.data);
    this.data += bytes.length;
    this.op((piece.id << STATIC_SHIFT) | RAW);
    this.op(bytes.length);
  }

  /** Appends a reference to a record of this tape. */
  reference(node: HtmlNode): void {
    this.op(~node._offset);
  }

  private op(word: number): void {
    if (this.words + WORDS_PER_OP > this.wordLimit) this.reserve(WORDS_PER_OP, 0);
    this.i32[this.wordBase + this.words++] = word;
  }

  private piece(piece: Static, length: number): void {
    if (length <= INLINE_LENGTH_MAX) return this.op((piece.id << STATIC_SHIFT) | length);
    this.op((piece.id << STATIC_SHIFT) | LONG);
    this.op(length);
  }

  // ——— text ———

  private copyShort(text: string): number {
    if (this.data + SHORT > this.dataLimit) this.reserve(0, SHORT);
    const { u8 } = this;
    const at = this.dataBase + this.data;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c > 0x7f || c === CR || c === NUL) return this.copyLong(text);
      u8[at + i] = c;
    }
    this.data += text.length;
    return text.length;
  }

  private copyLong(text: string): number {
    if (unwritable.test(text)) return -1;
    this.reserve(WORDS_PER_OP, text.length * UTF8_MAX);
    const length = this.utf8(text, this.dataBase + this.data);
    this.data += length;
    return length;
  }

  /** Text with NUL or CR: U+FFFD for the one, a character reference for the other. */
  private unusual(piece: Static, text: string): void {
    const parts = text.replaceAll("\0", "\uFFFD").split("\r");
    parts.forEach((part, i) => this.piece(i === 0 ? piece : this.carriageReturn, this.copyLong(part)));
  }

  // ——— scopes ———

  /** Opens a render scope: what is built until `close` lies above what is there. */
  open(): Scope {
    const { token: outer, words, data, record } = this;
    const scope: Scope = { outer, token: new Token(), words, data, record };
    this.token = scope.token;
    this.record = -1;
    this.depth++;
    return scope;
  }

  /** Closes the innermost scope: its nodes expire and its part of the tape is free. */
  close(scope: Scope): void {
    scope.token.state = EXPIRED;
    this.token = scope.outer;
    this.words = scope.words;
    this.data = scope.data;
    this.record = scope.record;
    this.depth--;
  }

  /** Copies the nodes outside of renders away from the tape, so that it starts over. They stay valid. */
  seal(): void {
    this.token.words = this.i32.slice(this.wordBase, this.wordBase + this.words);
    this.token.data = this.u8.slice(this.dataBase, this.dataBase + this.data);
    this.token.state = SEALED;
    this.token = new Token();
    this.words = 0;
    this.data = 0;
  }

  /** Where a node is. @throws WATT_CONDUIT_NODE_EXPIRED */
  stateOf(node: HtmlNode): typeof ON_TAPE | typeof SEALED {
    const state = node._token.state;
    if (state === EXPIRED) throw inspector.expired?.(node) ?? conduitError("WATT_CONDUIT_NODE_EXPIRED");
    return state;
  }

  // ——— memory ———

  /** Makes room for words and data bytes at their ends. @throws WATT_CONDUIT_TOO_LARGE */
  reserve(words: number, data: number): void {
    const wordsNeeded = this.words + words;
    const dataNeeded = this.data + data;
    if (wordsNeeded <= this.wordLimit && dataNeeded <= this.dataLimit) return;
    this.replace(
      wordsNeeded > this.wordLimit ? wordsNeeded * 2 : this.wordLimit,
      dataNeeded > this.dataLimit ? dataNeeded * 2 : this.dataLimit,
    );
  }

  /** For tests: moves to a memory whose kernels are run by `executor`. */
  useExecutor(executor: Executor): void {
    this.executor = executor;
    this.replace(this.wordLimit, this.dataLimit);
  }

  /** Statics made since the last walk are copied to where the walker reads them. */
  syncStatics(): void {
    const { offsets, bytes, count } = this.statics;
    if (this.copiedStatics === count) return;
    const from = offsets[this.copiedStatics]!;
    this.u8.set(bytes.subarray(from, offsets[count]), this.layout.statics + from);
    this.copiedStatics = count;
  }

  private replace(wordCount: number, dataBytes: number): void {
    const old = { u8: this.u8, i32: this.i32, wordBase: this.wordBase, dataBase: this.dataBase };
    this.take(layOut(this.executor, wordCount, dataBytes));
    this.i32.set(old.i32.subarray(old.wordBase, old.wordBase + this.words), this.wordBase);
    this.u8.set(old.u8.subarray(old.dataBase, old.dataBase + this.data), this.dataBase);
  }

  private take(layout: Layout): void {
    this.layout = layout;
    this.u8 = layout.space.u8;
    this.i32 = layout.space.i32;
    this.view = new DataView(layout.space.buffer);
    this.wordBase = layout.words >> 2;
    this.dataBase = layout.data;
    this.wordLimit = layout.wordCount;
    this.dataLimit = layout.dataBytes;
    this.utf8 = utf8Writer(this.u8);
    this.copiedStatics = 0;
  }
}

const NUL = 0;
const CR = 13;

const key: unique symbol = Symbol.for("watt.conduit.tape.1") as never;
const shared = globalThis as { [key]?: Tape };

/** The tape of this process. Why shared: nodes of the ESM and the CJS copy of this package mix in one render. */
export const tape: Tape = (shared[key] ??= new Tape());
