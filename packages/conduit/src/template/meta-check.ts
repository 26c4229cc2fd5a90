import { safeMeta } from "../escape/meta.ts";
import { SPREAD, type Step } from "./program.ts";

/**
 * What checks a hole in a `<meta>`, since its attributes depend on each other.
 *
 * @param header the static `http-equiv`
 */
export function metaCheck({ kind, name }: Step, header: string | undefined): Step["check"] {
  const known = header === undefined ? {} : { "http-equiv": header };
  if (kind !== SPREAD) {
    const isChecked = /^(?:http-equiv|content|charset)$/i.test(name);
    return isChecked ? (value) => safeMeta({ ...known, [name]: value })[name] : undefined;
  }
  return (attributes) => {
    const all = safeMeta({ ...known, ...(attributes as object) });
    if (header !== undefined) delete all["http-equiv"];
    return all;
  };
}
