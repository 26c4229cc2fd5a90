import type { PropertiesHyphen } from "csstype";
import type { TrustedCss } from "../escape/trusted-css.ts";

/** Writes no attribute. */
export type None = null | undefined;
/** A number is written as text. */
export type Text = string | number | bigint | None;
/** `true` writes the bare name, `false` nothing. */
export type Flag = boolean | None;
/** Its scheme is checked. */
export type Url = string | None;
/** Absent, `true` and `false` are three things. */
export type TrueFalse = boolean | "true" | "false" | None;

/** Names of classes: text, a list, or a record of which those count whose value is truthy. */
export type ClassValue = string | number | false | None | readonly ClassValue[] | Readonly<Record<string, unknown>>;

type Declared = PropertiesHyphen<string | number>;

/** Declarations by CSS name: `{ "font-size": "2em", "--accent": "red" }`. A value that fetches is made by `rawCss`. */
export type StyleValue =
  | ({ readonly [Name in keyof Declared]: Declared[Name] | TrustedCss | false | None } & {
      readonly [custom: `--${string}`]: string | number | TrustedCss | false | None;
    })
  | false
  | None;
