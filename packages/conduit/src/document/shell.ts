import type { Child, Html } from "../api.ts";
import { document } from "../component/document.ts";
import type { BodyAttributes } from "../html/attributes.ts";
import { body, head, html_, title as titleElement } from "../html/elements.ts";
import { fragmentOf } from "../html/fragment-of.ts";
import type { GlobalAttributes } from "../html/global-attributes.ts";
import { lateNode } from "../html/late-node.ts";
import { meta } from "../html/meta.ts";
import type { HeadEntry } from "../tape/late.ts";
import type { HtmlNode } from "../tape/token.ts";
import { TITLE } from "./in-head.ts";

/** What a whole page has around its content. */
export interface ShellOptions {
  readonly lang?: string;
  /** Of the page, unless a part of it has `pageTitle`. */
  readonly title?: Exclude<Child, Html>;
  /** More for the head: links, scripts. */
  readonly head?: readonly Html[];
  /** @defaultValue `"width=device-width, initial-scale=1"` */
  readonly viewport?: string | false;
  /** Attributes of the root element, and of the body. */
  readonly html?: GlobalAttributes;
  readonly body?: BodyAttributes;
}

/**
 * A whole page around `content`: doctype, encoding, viewport, title; and in the head what components of the content put there by
 * `inHead`, `pageTitle` and the like.
 */
export function shell(options: ShellOptions, ...content: readonly Child[]): HtmlNode {
  const { lang, title, viewport = "width=device-width, initial-scale=1" } = options;
  const entries: HeadEntry[] = [{ key: undefined, html: meta({ charset: "utf-8" }) }];
  if (viewport !== false) entries.push({ key: "viewport", html: meta({ name: "viewport", content: viewport }) });
  if (title !== undefined) entries.push({ key: TITLE, html: titleElement(title) });
  for (const html of options.head ?? []) entries.push({ key: undefined, html });
  return document(
    html_(
      { ...options.html, lang },
      head(
        lateNode("shell", {
          come(render, place) {
            render.shell = { entries, from: place, to: place };
            return undefined;
          },
        }),
        entries.map(({ html }) => html),
        lateNode("shell", {
          come({ shell }, place) {
            if (shell !== undefined) shell.to = place;
            return undefined;
          },
        }),
      ),
      body({ ...options.body }, fragmentOf("body", content)),
    ),
  );
}
