import { escapeScriptJsonString } from "@watt/electron";
import { checkJson } from "./check-json.ts";
import { rawScript, type TrustedScript } from "./trusted-script.ts";

/** Data that JSON holds: `never` stands where it does not. */
export type Json<Data> = Data extends string | number | boolean | null
  ? Data
  : Data extends bigint | symbol | undefined | ((...args: never) => unknown)
    ? never
    : { readonly [Key in keyof Data]: Json<Data[Key]> };

/**
 * `value` as JSON for the inside of `<script>`, where it cannot leave it: `<`, `>`, `&`, U+2028 and U+2029 are spelled `\u003c` and so
 * on. `JSON.parse` of it gives an equal value. In code, between two `rawScript`, it is an expression; there a property
 * `__proto__` sets a prototype, as in all object literals, so data of people is better read from an `island`. O(length).
 *
 * @throws WATT_CONDUIT_JSON for what JSON would change or leave out (undefined, functions, dates, NaN, cycles, …), naming its path
 */
export function json<Data>(value: Data & Json<Data>): TrustedScript {
  checkJson(value);
  return rawScript(escapeScriptJsonString(JSON.stringify(value)));
}
