import type { Case } from "../api.ts";

export interface TreeCase extends Case {
  /** Requests whose trees are held at the same time. */
  readonly live: number;
}

const LIVE = [1, 64, 1_024, 8_192];

export const cases: readonly TreeCase[] = LIVE.map((live) => ({ name: `live/${live}`, group: "live", live }));
