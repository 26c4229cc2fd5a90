import { body, document, head, type Html, html_, p, renderToBytes, title } from "@watt/conduit";
import { joltError } from "../errors.ts";
import { DEFAULT_SWAP, HEADER, type Swap, SWAPS } from "../protocol/index.ts";
import { checkTarget, type Target } from "./check-target.ts";
import { envelope, type Part } from "./envelope.ts";
import { Parts } from "./parts.ts";

/** What an answer begins as; made by the methods of `Jolt`. */
export interface AnswerStart {
  /** Whether the request wants a fragment. */
  readonly is: boolean;
  readonly status: number;
  /** The whole page, for a browser without Jolt. */
  readonly full?: () => Html;
  /** The main content, for Jolt. */
  readonly main?: () => Html;
  /** Where a browser without Jolt goes. */
  readonly location?: string;
}

// Why a registered symbol and not instanceof: an ESM and a CJS copy of this package have two classes.
const brand: unique symbol = Symbol.for("watt.jolt.answer") as never;

/**
 * An answer to one request, in the shape that fits who asked. The seven methods of the swap table add changes to
 * other parts of the page; each returns this same answer. Nothing is rendered before `view` is called.
 */
export class JoltAnswer extends Parts {
  readonly #start: AnswerStart;
  readonly #parts: Part[];
  #aim: readonly (readonly [string, string])[] = [];

  /** @internal */
  constructor(start: AnswerStart, parts: readonly Part[] = []) {
    super();
    this.#start = start;
    this.#parts = [...parts];
    Object.defineProperty(this, brand, { value: true });
  }

  protected override add(part: Part): JoltAnswer {
    this.#parts.push(part);
    return this;
  }

  /**
   * Sends the main content to another target than the one the page asked for (`Jolt-Target`, `Jolt-Swap`). An error
   * answer that names its target is swapped whatever its status. Browsers without Jolt see no difference.
   *
   * @param swap never the one that the page asked for, which was meant for another element. @defaultValue `innerHTML`
   * @throws WATT_JOLT_BAD_TARGET, WATT_JOLT_BAD_SWAP
   */
  into(target: Target, swap: Swap = DEFAULT_SWAP): this {
    this.#aim = [
      [HEADER.target, checkTarget("into", target)],
      [HEADER.swap, checkSwap(swap)],
    ];
    return this;
  }

  /** HTTP status: of the page or fragment, 303 or 204 for a redirect, 406 for fragments that a browser asked for. */
  get status(): number {
    const { is, status, full, location } = this.#start;
    if (is) return this.#hasFragment ? status : 204;
    return location !== undefined ? 303 : full === undefined ? 406 : status;
  }

  /** Header names and values, ready to send. `Vary: Jolt` is always there. A new array on each read. */
  get headers(): readonly (readonly [string, string])[] {
    const { is, location } = this.#start;
    const headers: (readonly [string, string])[] = [["Vary", HEADER.request]];
    if (this.view !== undefined) headers.push(["Content-Type", "text/html; charset=utf-8"]);
    if (is) headers.push(...this.#aim);
    if (location !== undefined && !is) headers.push(["Location", location]);
    if (location !== undefined && is && !this.#hasFragment) headers.push([HEADER.redirect, location]);
    return headers;
  }

  /** Makes the body, or `undefined` where there is none. May be called more than once. */
  get view(): (() => Html) | undefined {
    const { is, full, main, location } = this.#start;
    if (is) return this.#hasFragment ? () => envelope(main, this.#parts) : undefined;
    return location !== undefined ? undefined : (full ?? fragmentsOnly);
  }

  /** The answer as a web `Response`; renders now. */
  toResponse(): Response {
    const { view } = this;
    const bytes = view === undefined ? null : (renderToBytes(view) as Uint8Array<ArrayBuffer>);
    return new Response(bytes, { status: this.status, headers: this.headers as [string, string][] });
  }

  get #hasFragment(): boolean {
    return this.#start.main !== undefined || this.#parts.length > 0;
  }
}

/** True for a `JoltAnswer` of any copy of this package (ESM, CJS, another version). */
export function isJoltAnswer(value: unknown): value is JoltAnswer {
  return typeof value === "object" && value !== null && (value as { [brand]?: boolean })[brand] === true;
}

function checkSwap(swap: Swap): Swap {
  if (SWAPS.includes(swap)) return swap;
  throw joltError("WATT_JOLT_BAD_SWAP", { value: JSON.stringify(swap), swaps: SWAPS.join(", ") });
}

function fragmentsOnly(): Html {
  const text =
    "This address answers fragments to Jolt only. Its handler can serve a browser too: " +
    "it begins its answer with jolt.redirect(url) or jolt.page(full, fragment).";
  return document(html_({ lang: "en" }, head(title("Not for browsers")), body(p(text))));
}
