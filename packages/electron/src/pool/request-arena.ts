import { Arena } from "../arena/arena.ts";
import type { ArenaRegionOptions } from "../arena/arena-options.ts";
import type { ArenaOfPools } from "./arena-of-pools.ts";

/** The arena of one request, out of an `ArenaOfPools`. `using` gives it back at the end of the block. */
export class RequestArena extends Arena {
  /** @internal */
  readonly _owner: ArenaOfPools;
  /** @internal Itself while it is held, else the arena that was released before it. */
  _next: RequestArena | undefined;

  /** @internal */
  constructor(owner: ArenaOfPools, options: ArenaRegionOptions) {
    super(options);
    this._owner = owner;
  }

  /** Gives the arena back: as `release` of its pool. */
  [Symbol.dispose](): void {
    this._owner.release(this);
  }
}
