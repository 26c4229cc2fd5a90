import type { Html } from "../api.ts";
import { conduitError } from "../errors.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import type { Chunks } from "./chunks.ts";
import type { Late, RenderState } from "./late.ts";
import { goTo, type Place, placeOf } from "./place.ts";
import { type Records, recordsOf } from "./records.ts";
import { tape } from "./tape.ts";
import { type HtmlNode, SEALED } from "./token.ts";
import { COPY, DEEP, DEPTH_MAX, DONE, FULL, GROWTH, LENGTH, SLACK, TEXT, WAIT, WHAT, WHY } from "./walker.ts";

/**
 * Begins to write a node and all it refers to, into [start, end) of the memory; returns the offset after the last byte. That is all
 * when `isWritten()`; otherwise `writeOn` goes on. Why in two: most renders end here, and have made no object.
 */
export function write({ _offset }: HtmlNode, { words, texts, raws }: Records, start: number, end: number): number {
  return tape.layout.walker.walk(_offset, words, texts, raws, start, start, end);
}

/** Whether the last walk came to its end. */
export function isWritten(): boolean {
  return stopped() === DONE;
}

/**
 * Goes on with what `write` began; returns the offset after the last byte in the output's window.
 *
 * @throws WATT_CONDUIT_TOO_DEEP; WATT_CONDUIT_PENDING where a promise has not settled
 */
export function writeOn(node: HtmlNode, records: Records, output: Chunks, begun: number, render: RenderState): number {
  const at = untilLate(output, begun);
  if (stopped() === DONE) return at;
  const rest = goOn(node, stopOf(records), output, at, render);
  const step = rest.next();
  if (step.done === true) return step.value;
  rest.return(0);
  throw conduitError("WATT_CONDUIT_PENDING");
}

/** The same, which yields what it has to wait for: meanwhile others may render. */
export function* writing(
  html: Html,
  output: Chunks,
  at: number,
  render: RenderState,
): Generator<Promise<void>, number, void> {
  const trusted = trustedBytes.get(html);
  if (trusted !== undefined) return output.append(trusted, at);
  const node = html as HtmlNode;
  const { records, from } = recordsFor(node, output, at);
  const end = run(node, records, output, from, undefined);
  return stopped() === DONE ? end : yield* goOn(node, stopOf(records), output, end, render);
}

/** Where a walk stopped for what is late. */
interface Stop {
  readonly late: Late;
  readonly place: Place;
}

const stopped = (): number => tape.report(WHY);

const stopOf = (records: Records): Stop => ({
  late: records.late[tape.report(WHAT)] as Late,
  place: placeOf(tape, records),
});

/** Goes on with a walk that stopped, until it is done. Records are looked up anew each time: others may have built or rendered. */
function* goOn(
  node: HtmlNode,
  first: Stop,
  output: Chunks,
  from: number,
  render: RenderState,
): Generator<Promise<void>, number, void> {
  let at = from;
  let { late, place } = first;
  for (;;) {
    if (late.pending !== undefined) {
      output.flush(at);
      yield late.pending;
      output.flush(output.start);
      at = output.start;
    }
    const html = late.come(render, output.position(at));
    if (html !== undefined) at = yield* writing(html, output, at, render);
    const { records, from } = recordsFor(node, output, at);
    at = run(node, records, output, from, place);
    if (stopped() === DONE) return at;
    ({ late, place } = stopOf(records));
  }
}

/** The records of a node, and where to write on: room for one that left the tape may take a larger memory, with other windows. */
function recordsFor(node: HtmlNode, output: Chunks, at: number): { records: Records; from: number } {
  if (!tape.isNode(node) || node._token.state !== SEALED) return { records: recordsOf(tape, node), from: at };
  output.flush(at);
  const records = recordsOf(tape, node);
  output.flush(output.start);
  return { records, from: output.start };
}

/** Walks until the node is written or something is late: as many windows as it takes. */
function run(node: HtmlNode, records: Records, output: Chunks, from: number, place: Place | undefined): number {
  const { walker } = tape.layout;
  let at: number;
  if (place === undefined) {
    const { words, texts, raws } = records;
    at = walker.walk(node._offset, words, texts, raws, from, output.start, output.end);
  } else {
    goTo(tape, records, place);
    at = walker.resume(from, output.start, output.end);
  }
  return untilLate(output, at);
}

/** Goes on with a walk that stopped for want of room. */
function untilLate(output: Chunks, from: number): number {
  const { walker } = tape.layout;
  let at = from;
  for (;;) {
    const why = stopped();
    if (why === DONE || why === WAIT) return at;
    at = makeRoom(why, output, at);
    at = walker.resume(at, output.start, output.end);
  }
}

function makeRoom(why: number, output: Chunks, at: number): number {
  const what = tape.report(WHAT);
  const length = tape.report(LENGTH);
  switch (why) {
    case FULL:
      output.flush(at);
      return output.start;
    case TEXT:
      return escape(what, what + length, output, at);
    case COPY:
      return output.append(tape.u8.subarray(what, what + length), at);
    case DEEP:
      throw conduitError("WATT_CONDUIT_TOO_DEEP", { limit: DEPTH_MAX });
    default:
      throw new Error(`walk stopped: ${why}`);
  }
}

/** Escapes bytes, in as many pieces as the window needs. Any split will do: each byte is escaped by itself. */
function escape(from: number, to: number, output: Chunks, start: number): number {
  const { walker } = tape.layout;
  let at = start;
  for (let next = from; next < to;) {
    const room = Math.floor((output.end - at - SLACK) / GROWTH);
    if (room <= 0) {
      output.flush(at);
      at = output.start;
      continue;
    }
    const end = Math.min(to, next + room);
    at = walker.escapeText(next, end, at);
    next = end;
  }
  return at;
}
