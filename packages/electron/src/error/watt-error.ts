/** One row of a package's error table. */
export interface ErrorSpec {
  /** What happened, with `{name}` places that are filled from `details`. Names the value and the other party. */
  readonly message: string;
  /** What to do about it. Part of the message and of `docs/reference/errors.md`. */
  readonly remedy: string;
  /** HTTP status for errors that a request can cause; absent for programmer errors. */
  readonly status?: number;
}

/** Values that fill the places of an error's message. Kept on the error as `details`, frozen. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

// Why a registered symbol and not instanceof: an ESM and a CJS copy of this package have two classes.
const brand: unique symbol = Symbol.for("watt.error") as never;

/** Every error that a Watt package throws on purpose. `code` is stable; the text is not. */
export class WattError extends Error {
  /** Stable identifier, `WATT_<PACKAGE>_<WHAT>`. */
  readonly code: string;
  /** The values named in the message. Frozen. */
  readonly details: ErrorDetails;
  /** HTTP status for errors that a request can cause, else `undefined`. */
  readonly status: number | undefined;

  constructor(code: string, spec: ErrorSpec, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code}: ${fill(spec.message, details)} ${fill(spec.remedy, details)}`, options);
    this.name = "WattError";
    this.code = code;
    this.details = Object.freeze({ ...details });
    this.status = spec.status;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** True for a `WattError` of any copy of this package (ESM, CJS, another version). */
export function isWattError(value: unknown): value is WattError {
  return typeof value === "object" && value !== null && (value as { [brand]?: boolean })[brand] === true;
}

function fill(template: string, details: ErrorDetails): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (name in details ? show(details[name]) : place));
}

// Why a bound: a message may quote what a client sent.
const SHOWN_CHARACTERS = 200;

function show(value: unknown): string {
  const text = String(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
