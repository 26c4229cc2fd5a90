// What the standards say about URLs in attributes, word for word and slowly. Imports nothing from src.

export const INVALID = "about:invalid#watt";

/** Where a browser would go; `undefined` for what is no URL. */
export function protocolOf(url: string): string | undefined {
  try {
    return new URL(url, "http://base.invalid/dir/page").protocol;
  } catch {
    return undefined;
  }
}

/** A scheme of the list, written without any trick, or none. */
export function isSafe(url: string): boolean {
  const scheme = /^[\0-\x20]*([^/?#:]*):/.exec(url)?.[1];
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme);
}

export interface Candidate {
  readonly url: string;
  readonly descriptors: string;
}

const isSpace = (c: string | undefined): boolean => c !== undefined && "\t\n\f\r ".includes(c);

/** https://html.spec.whatwg.org/#parse-a-srcset-attribute */
export function candidatesOf(input: string): Candidate[] {
  const candidates: Candidate[] = [];
  let position = 0;
  for (;;) {
    while (isSpace(input[position]) || input[position] === ",") position++;
    if (position >= input.length) return candidates;
    let url = "";
    while (position < input.length && !isSpace(input[position])) url += input[position++];
    let descriptors = "";
    if (url.endsWith(",")) {
      while (url.endsWith(",")) url = url.slice(0, -1);
    } else {
      while (isSpace(input[position])) position++;
      let state: "in descriptor" | "in parens" = "in descriptor";
      for (; position < input.length; position++) {
        const c = input[position]!;
        if (state === "in descriptor" && c === ",") {
          position++;
          break;
        }
        if (state === "in descriptor" && c === "(") state = "in parens";
        else if (state === "in parens" && c === ")") state = "in descriptor";
        descriptors += c;
      }
    }
    candidates.push({ url, descriptors });
  }
}

/** https://html.spec.whatwg.org/#shared-declarative-refresh-steps: where it goes, "" for this page, `undefined` for none. */
export function refreshOf(input: string): string | undefined {
  let position = 0;
  const skip = (): void => {
    while (isSpace(input[position])) position++;
  };
  const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";
  skip();
  let time = "";
  while (isDigit(input[position])) time += input[position++];
  if (time === "" && input[position] !== ".") return undefined;
  while (isDigit(input[position]) || input[position] === ".") position++;
  if (position < input.length) {
    if (input[position] !== ";" && input[position] !== "," && !isSpace(input[position])) return undefined;
    skip();
    if (input[position] === ";" || input[position] === ",") position++;
    skip();
  }
  if (position >= input.length) return "";
  let url = input.slice(position);
  const parse = position;
  const follows = (letter: string): boolean => input[position]?.toLowerCase() === letter && ++position > 0;
  if (follows("u")) {
    if (!follows("r") || !follows("l")) return input.slice(parse);
    skip();
    if (input[position] !== "=") return input.slice(parse);
    position++;
    skip();
  }
  const quote = input[position] === '"' || input[position] === "'" ? input[position++] : undefined;
  url = input.slice(position);
  return quote !== undefined && url.includes(quote) ? url.slice(0, url.indexOf(quote)) : url;
}
