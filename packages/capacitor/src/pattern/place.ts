const MOST_LINES = 1e9;

/** Where a route stands: a line of a file, or something else that the user says. */
export class Place {
  readonly file: string;
  /** From 1; -1 where there is none, and `file` is all that is known. */
  readonly line: number;

  constructor(file: string, line: number) {
    this.file = file;
    this.line = line;
  }

  /** Reads `file:line`; takes anything else as it is. */
  static of(source: string): Place {
    const colon = source.lastIndexOf(":");
    const text = source.slice(colon + 1);
    const line = Number(text);
    if (colon < 0 || !(line < MOST_LINES) || String(line) !== text) return new Place(source, -1);
    return new Place(source.slice(0, colon), line);
  }

  toString(): string {
    return this.line < 0 ? this.file : `${this.file}:${this.line}`;
  }
}
