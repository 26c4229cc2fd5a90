import type { ExecutorName } from "../api.ts";
import type { Image } from "../image/image.ts";
import { CodeWalker, type GeneratedWalk } from "./code-walker.ts";
import type { Executor } from "./executor.ts";
import { type ImageSource, WasmWalker, walkModule } from "./wasm-walker.ts";
import { Walker } from "./walker.ts";

/** Up to so many dynamic routes generated code is the fastest, and above WebAssembly; see docs/adr/0016. */
export const MOST_FOR_CODE = 64;

/** An image that is there, or can be written. */
export interface ExecutorSource extends ImageSource {
  image(): Image;
}

/**
 * Chooses what walks an image.
 *
 * @param wanted overrides the choice; where it cannot run here, JavaScript walks the image.
 * @param generate gives code for it, where there can be any.
 */
export function chooseExecutor(
  source: ExecutorSource,
  dynamic: number,
  wanted: ExecutorName | undefined,
  generate: () => GeneratedWalk | undefined,
): Executor {
  // Without dynamic routes there is next to nothing to walk.
  if (dynamic === 0) return new Walker(source.image());
  const name = wanted ?? (dynamic <= MOST_FOR_CODE ? "code" : "wasm");
  if (name === "wasm") {
    const module = walkModule();
    const walker = module && WasmWalker.create(source, module);
    if (walker !== undefined) return walker;
  }
  const generated = name === "code" ? generate() : undefined;
  return generated === undefined ? new Walker(source.image()) : new CodeWalker(source.image(), generated);
}
