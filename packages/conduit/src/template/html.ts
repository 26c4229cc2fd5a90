import type { HtmlNode } from "../tape/token.ts";
import { partText } from "./part-text.ts";
import { ATTRIBUTE, CHILD, PART, type Program, RAW_PART, SPREAD, STYLE_PART } from "./program.ts";
import { programOf } from "./program-of.ts";
import { styleDeclaration } from "./style-declaration.ts";
import { errorAtHole } from "./template-errors.ts";
import type { TemplateValue } from "./template-value.ts";
import * as writer from "./writer.ts";

// Why: a list meets the same template again and again, and a comparison is cheaper than a look-up.
let lastStrings: readonly string[] = [];
let lastProgram: Program | undefined;

/**
 * A node of a template: `` html`<p class=${classes}>Hello ${name}</p>` ``. Holes are what builders take: children, values of
 * attributes (whole or in part), and records of attributes in a tag. They are escaped and checked as builders do it, with the same
 * bytes. The strings are parsed once a call site; static markup is written as it stands, and must be complete HTML:
 * every end tag is there, values are closed. O(strings + values) a call; allocates the node, and the texts that parts are put
 * together to.
 *
 * @throws WATT_CONDUIT_TEMPLATE_STRINGS when it is called as a function
 * @throws WATT_CONDUIT_TEMPLATE_MARKUP, WATT_CONDUIT_TEMPLATE_HOLE at the first evaluation
 * @throws the errors of builders, with the place of the hole
 */
export function html(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): HtmlNode;
// Why `arguments` and no rest array: it costs no allocation.
export function html(strings: TemplateStringsArray): HtmlNode {
  if (strings !== lastStrings) {
    lastProgram = programOf(strings, arguments.length - 1);
    lastStrings = strings;
  }
  const { steps, last } = lastProgram!;
  let hole = 0;
  writer.begin();
  try {
    // Markup that is not written yet: what follows it is joined to it.
    let pending = writer.nothing;
    // The value that is being put together, and of a style its last declaration: `undefined` if that one is left out.
    let text = "";
    let declaration: string | undefined = "";
    for (; hole < steps.length; hole++) {
      const step = steps[hole]!;
      const value: unknown = arguments[hole + 1];
      pending = writer.writePiece(pending, step.piece);
      if (step.kind === CHILD) {
        pending = writer.writeChild(step.tag, step.content, pending, value);
      } else if (step.kind === ATTRIBUTE) {
        pending = writer.writeValue(step, pending, value);
      } else if (step.kind === SPREAD) {
        pending = writer.writeSpread(step, pending, value);
      } else if (step.kind === PART) {
        text += step.before + partText(step, value);
        if (!step.ends) continue;
        pending = writer.writeValue(step, pending, text + step.rest);
        text = "";
      } else if (step.kind === STYLE_PART) {
        if (step.begins) {
          text += (declaration ?? "") + step.lead;
          declaration = "";
        }
        declaration = styleDeclaration(step, declaration, value);
        if (!step.ends) continue;
        pending = writer.writeStyle(step, pending, text + (declaration ?? "") + step.rest);
        text = declaration = "";
      } else if (step.kind === RAW_PART) {
        text += step.before + writer.rawPart(step, value);
        if (!step.ends) continue;
        pending = writer.writeRawText(step, pending, text + step.rest);
        text = "";
      } else {
        pending = writer.writeForeignText(step, pending, value);
      }
    }
    return writer.end(writer.writePiece(pending, last));
  } catch (error) {
    writer.abort();
    throw errorAtHole(error, strings, hole);
  }
}
