import { conduitError } from "../errors.ts";

// A token: a quoted text, a comment, an escape, a bracket, a quote or comment that does not end, or the end of a style element.
const token = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|\/\*[^]*?\*\/|\\[^]|[{}()[\]]|["']|\/\*|<\/style|<!--/gi;

const pairs: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["(", ")"],
  ["[", "]"],
]);

/**
 * Looks whether rules can stand inside of a block and of a style element: what opens closes. O(length).
 *
 * @throws WATT_CONDUIT_CSS
 */
export function checkCss(rules: string): void {
  const open: string[] = [];
  for (const [found] of rules.matchAll(token)) {
    const closing = pairs.get(found);
    if (closing !== undefined) open.push(closing);
    else if ("})]".includes(found)) {
      if (open.pop() !== found) throw fault(`a ${found} that nothing opened`);
    } else if (['"', "'", "/*"].includes(found)) throw fault(`a ${found} that does not end`);
    else if (found.startsWith("<")) throw fault(found);
  }
  if (open.length > 0) throw fault(`no ${open.at(-1)} for what was opened last`);
}

const fault = (what: string): Error => conduitError("WATT_CONDUIT_CSS", { fault: what });
