import { CHECKED_BUILD } from "../check/checked-build.ts";
import type { Ledger } from "../check/ledger.ts";

/** What `scope()` of every pool gives out: at its disposal nothing may be held that was taken since. */
export function leakScope(ledger: Ledger | undefined): Disposable {
  const serial = CHECKED_BUILD ? ledger?.serial : undefined;
  return {
    [Symbol.dispose]: () => {
      if (CHECKED_BUILD && serial !== undefined) ledger?.expectNoneSince(serial);
    },
  };
}
