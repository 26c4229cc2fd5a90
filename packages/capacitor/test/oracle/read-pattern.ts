import type { OracleParam, OraclePiece } from "./naive-router.ts";

const TOKENS = /\{|\}\?|\/(?:[^/{}()]|\((?:[^()]|\([^()]*\))*\))*/g;
const PARTS = /:(\w+)(?:\(((?:[^()]|\([^()]*\))*)\))?|[^:]+/g;

/** Reads a pattern as loosely as tables of cases need it; none of them is wrong. */
export function readPattern(text: string): OraclePiece[] {
  const open: OraclePiece[][] = [[]];
  for (const token of text.match(TOKENS) ?? []) {
    if (token === "{") open.push([]);
    else if (token === "}?") {
      const group = open.pop()!;
      open.at(-1)!.push({ group });
    } else open.at(-1)!.push(pieceOf(token.slice(1)));
  }
  return open[0]!;
}

function pieceOf(segment: string): OraclePiece {
  if (segment.startsWith("*")) return { wildcard: segment.slice(1) };
  if (segment.endsWith("?")) return { group: [pieceOf(segment.slice(0, -1))] };
  const parts = [...segment.matchAll(PARTS)].map(([all, name, constraint]): string | OracleParam => {
    if (name === undefined) return all;
    return constraint === undefined ? { name } : { name, constraint };
  });
  return { parts };
}
