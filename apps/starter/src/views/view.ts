import { type Html, input } from "@watt/conduit";
import type { Show } from "../show.ts";

/** What every part of the page needs to know of the request. */
export interface View {
  readonly show: Show;
  /** Token of this browser's forms. */
  readonly token: string;
}

/** A refused form: what was typed, and what is wrong with it. */
export interface Refused {
  readonly typed: string;
  readonly problem: string;
}

/** The token as a field, for browsers without Jolt, which sends it as a header. */
export function tokenField({ token }: View): Html {
  return input({ type: "hidden", name: "_csrf", value: token });
}
