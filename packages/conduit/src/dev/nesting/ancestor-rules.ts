import type { Built } from "../built.ts";
import { words } from "../words.ts";

/**
 * What the start tag of an element does to one of its ancestors. Since children are built first, an element that has such a rule
 * waits until the ancestor is built, or one that shields it.
 *
 * @see https://html.spec.whatwg.org/#parsing-main-inbody
 */
export interface AncestorRule {
  /** Whether an element does it, in a parent. */
  readonly concerns: (tag: string, parent: string) => boolean;
  /** The ancestors that it is done to. */
  readonly ancestors: ReadonlySet<string>;
  /** Elements that shield what is outside of them. */
  readonly shields: ReadonlySet<string>;
  readonly reason: (child: Built, ancestor: Built) => string;
  readonly instead: (child: Built, ancestor: Built) => string;
}

// https://html.spec.whatwg.org/#has-an-element-in-scope
const SCOPE =
  "applet caption html table td th marquee object select template mi mo mn ms mtext annotation-xml foreignObject desc title";
const scope = words(SCOPE);
const buttonScope = words(`${SCOPE} button`);
// https://html.spec.whatwg.org/#concept-parser-marker
const markers = words("applet object marquee template td th caption");
// https://html.spec.whatwg.org/#special, without address, div and p
const special = words(
  "applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir dl dt " +
    "embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input " +
    "keygen li link listing main marquee menu meta nav noembed noframes noscript object ol param plaintext pre script search " +
    "section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp " +
    "mi mo mn ms mtext annotation-xml foreignObject desc title",
);
// https://html.spec.whatwg.org/#generate-implied-end-tags
const implied = words("dd dt li optgroup option p rb rp rt rtc");
const template = words("template");
const none: ReadonlySet<string> = new Set();

const closesP = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav " +
    "ol p search section summary ul h1 h2 h3 h4 h5 h6 pre listing form li dd dt plaintext table hr xmp",
);
const definitions = words("dd dt");

const closed = (child: Built, ancestor: Built): string => `parsers close <${ancestor.tag}> where <${child.tag}> begins`;
const beside = (child: Built, ancestor: Built): string => `Put <${child.tag}> beside <${ancestor.tag}>`;

const sameTag = (tag: string, shields: ReadonlySet<string>, instead: string): AncestorRule => ({
  concerns: (own) => own === tag,
  ancestors: words(tag),
  shields,
  reason: closed,
  instead: () => instead,
});

/** A form in a form is dropped. Parsers leave one inside of a template alone; it is refused there, too. */
export const formInForm: AncestorRule = {
  ...sameTag("form", template, "Put the forms side by side, and tie fields to one of them by their attribute form."),
  reason: () => "parsers drop the tags of a form that is in a form",
};

/** Shows a table to templates that begin as a part of one. */
export const tableInTemplate: AncestorRule = {
  ...sameTag("table", template, ""),
  ancestors: none,
};

/** Every rule about ancestors. */
export const ancestorRules: readonly AncestorRule[] = [
  {
    concerns: (tag) => closesP.has(tag),
    ancestors: words("p"),
    shields: buttonScope,
    reason: closed,
    instead: (child, p) => `${beside(child, p)}, or write <div> in place of <p>.`,
  },
  sameTag("a", markers, "Put the links side by side."),
  sameTag("button", scope, "Put the buttons side by side."),
  sameTag("li", special, "Put <ul> or <ol> around the inner <li>."),
  {
    concerns: (tag) => definitions.has(tag),
    ancestors: definitions,
    shields: special,
    reason: closed,
    instead: (child, outer) => `${beside(child, outer)}, or put <dl> around it.`,
  },
  formInForm,
  tableInTemplate,
  {
    concerns: (tag, parent) => (tag === "rt" || tag === "rp") && implied.has(parent),
    ancestors: words("ruby"),
    shields: scope,
    reason: () => "parsers close what stands between them",
    instead: (child) => `Put <${child.tag}> directly into <ruby>.`,
  },
  {
    concerns: (tag) => tag === "input" || tag === "select",
    ancestors: words("select"),
    shields: scope,
    reason: closed,
    instead: (child, select) => `${beside(child, select)}.`,
  },
  {
    concerns: (tag, parent) =>
      ((tag === "optgroup" || tag === "hr") && implied.has(parent)) ||
      (tag === "option" && implied.has(parent) && parent !== "optgroup"),
    ancestors: words("select"),
    shields: scope,
    reason: () => "parsers close what stands between them",
    instead: (child) => `Put <${child.tag}> directly into <select>${child.tag === "option" ? " or <optgroup>" : ""}.`,
  },
  {
    // With scripts on, what is in it is text up to the first closing tag.
    ...sameTag("noscript", none, "Leave the inner <noscript> out."),
  },
];
