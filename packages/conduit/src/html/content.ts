/** What may stand inside an element, and what parsers do with it. */
export interface Content {
  readonly text: boolean;
  readonly nodes: boolean;
  readonly trusted: boolean;
  /** Parsers drop a line end right after the opening tag. */
  readonly dropsNewline: boolean;
  /** There is no closing tag. */
  readonly isVoid: boolean;
}

/** Names of the content kinds. */
export type ContentKind = "normal" | "preformatted" | "textOnly" | "textArea" | "rawText" | "void";

/** Content kinds of the HTML standard. @see https://html.spec.whatwg.org/#elements-2 */
export const content: Readonly<Record<ContentKind, Content>> = {
  normal: { text: true, nodes: true, trusted: true, dropsNewline: false, isVoid: false },
  preformatted: { text: true, nodes: true, trusted: true, dropsNewline: true, isVoid: false },
  /** <title>: markup inside is shown as text, so nodes make no sense. */
  textOnly: { text: true, nodes: false, trusted: false, dropsNewline: false, isVoid: false },
  /** <textarea>. */
  textArea: { text: true, nodes: false, trusted: false, dropsNewline: true, isVoid: false },
  /** <script>, <style>: character references mean nothing inside, so text cannot be escaped. */
  rawText: { text: false, nodes: false, trusted: true, dropsNewline: false, isVoid: false },
  void: { text: false, nodes: false, trusted: false, dropsNewline: false, isVoid: true },
};
