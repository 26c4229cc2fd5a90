import { holeError, markupError } from "./template-errors.ts";

/** Reads the text of a template from its start to its end. */
export class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character that comes next; "" at the end. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  /** Reads what a sticky pattern matches; "" if it does not. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0] ?? "";
    this.at += taken.length;
    return taken;
  }

  /** Throws. @throws WATT_CONDUIT_TEMPLATE_MARKUP */
  fail(problem: string, instead: string, at: number = this.at): never {
    throw markupError(this.text, at, problem, instead);
  }

  /** Throws. @throws WATT_CONDUIT_TEMPLATE_HOLE */
  failHole(where: string, instead: string, at: number = this.at): never {
    throw holeError(this.text, at, where, instead);
  }
}
