/** What must come back: the status, then any of: exact text, headers (null: absent), a part of the text. */
export interface Expected {
  readonly status: number;
  readonly text?: string;
  readonly part?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly cookies?: readonly string[];
}

/** One case: a request, and what must come back. */
export type Row = readonly [name: string, path: string, init: RequestInit, expected: Expected];

export const HTML = "text/html; charset=utf-8";
export const TEXT = "text/plain; charset=utf-8";
