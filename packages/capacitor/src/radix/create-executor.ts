import { Arena } from "@watt/electron";
import type { ExecutorName } from "../api.ts";
import { evaluate } from "../evaluate.ts";
import type { Image } from "../image/image.ts";
import type { ImagePlan } from "../image/plan-image.ts";
import { CodeWalker, type GeneratedWalk } from "./code-walker.ts";
import type { Executor } from "./executor.ts";
import { generateWalk } from "./generate-walk.ts";
import { WasmWalker, walkModule } from "./wasm-walker.ts";
import { Walker } from "./walker.ts";

/** Up to so many dynamic routes generated code is the fastest, and above WebAssembly; see docs/adr/0016. */
const MOST_FOR_CODE = 64;

/**
 * Writes the image of a plan and chooses what walks it.
 *
 * @param wanted overrides the choice; where it cannot run here, JavaScript walks the image.
 */
export function createExecutor(plan: ImagePlan, dynamic: number, wanted: ExecutorName | undefined): Executor {
  // Without dynamic routes there is next to nothing to walk.
  if (dynamic === 0) return new Walker(writeImage(plan));
  const name = wanted ?? (dynamic <= MOST_FOR_CODE ? "code" : "wasm");
  if (name === "wasm") {
    const module = walkModule();
    const walker = module && WasmWalker.create(plan, module);
    if (walker !== undefined) return walker;
  }
  const image = writeImage(plan);
  if (name === "code") {
    const generated = compileWalk(plan);
    if (generated !== undefined) return new CodeWalker(image, generated);
  }
  return new Walker(image);
}

function writeImage(plan: ImagePlan): Image {
  const arena = new Arena({ bytes: plan.bytes });
  return plan.write(arena.buffer, arena.alloc(plan.bytes));
}

function compileWalk({ tree, methods, testOf }: ImagePlan): GeneratedWalk | undefined {
  return evaluate(generateWalk(tree, methods.length, testOf)) as GeneratedWalk | undefined;
}
