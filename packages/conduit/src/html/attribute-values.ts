import type { PropertiesHyphen } from "csstype";
import type { Html } from "../api.ts";
import type { CssBlock } from "../css/css-block.ts";
import type { CspNonce } from "../escape/csp-nonce.ts";
import type { TrustedCss } from "../escape/trusted-css.ts";
import type { TrustedScript } from "../escape/trusted-script.ts";
import type { TrustedUrl } from "../escape/trusted-url.ts";

/** Writes no attribute. */
export type None = null | undefined;
/** A number is written as text. */
export type Text = string | number | bigint | None;
/** `true` writes the bare name, `false` nothing. */
export type Flag = boolean | None;
/** Its scheme is checked: http, https, mailto, tel or none; others are made by `rawUrl`. */
export type Url = string | TrustedUrl | None;
/** URLs with white space between them, each checked. */
export type UrlList = Url;
/** Candidates of an image, each URL checked: `"/a.png 1x, /b.png 2x"` or `[{ url: "/a.png", density: 1 }]`. */
export type SourceSet = string | readonly ImageCandidate[] | None;
/** Code made by `rawScript`. */
export type Handler = TrustedScript | None;
/** A document of its own. */
export type Markup = Html | None;
/** CSS that refers to this document only, `url(#gradient)`; others are made by `rawCss`. */
export type Reference = Text | TrustedCss;
/** The nonce of the page's content security policy: `cspNonce` stands for that of each render. */
export type Nonce = string | CspNonce | None;
/** Absent, `true` and `false` are three things. */
export type TrueFalse = boolean | "true" | "false" | None;

/** One image of a `srcset`, with its width in pixels or the density of pixels that it is for. */
export interface ImageCandidate {
  readonly url: string | TrustedUrl;
  readonly width?: number;
  readonly density?: number;
}

/** Names of classes: text, a list, or a record of which those count whose value is truthy. */
export type ClassValue =
  | string
  | number
  | false
  | None
  | CssBlock
  | readonly ClassValue[]
  | Readonly<Record<string, unknown>>;

type Declared = PropertiesHyphen<string | number>;

/** Declarations by CSS name: `{ "font-size": "2em", "--accent": "red" }`. A value that fetches is made by `rawCss`. */
export type StyleValue =
  | ({ readonly [Name in keyof Declared]: Declared[Name] | TrustedCss | false | None } & {
      readonly [custom: `--${string}`]: string | number | TrustedCss | false | None;
    })
  | false
  | None;
