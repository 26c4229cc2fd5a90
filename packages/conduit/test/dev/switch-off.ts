import { inspector } from "../../src/html/inspector.ts";

/** Leaves dev mode, which programs never do. */
export function switchOff(): void {
  for (const name of Object.keys(inspector)) delete inspector[name as keyof typeof inspector];
}
