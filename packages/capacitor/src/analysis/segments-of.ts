import { isSkip, type Pattern, type Segment } from "../pattern/pattern.ts";

/** The segments of a pattern, with all that is optional. */
export function segmentsOf({ steps }: Pattern): Segment[] {
  return steps.filter((step): step is Segment => !isSkip(step));
}
