import type { Swap } from "../protocol/index.ts";
import { checkContent, type Content } from "./check-html.ts";
import { checkTarget, type Target } from "./check-target.ts";
import type { Part } from "./envelope.ts";
import type { JoltAnswer } from "./jolt-answer.ts";

/**
 * The methods of the swap table. Each adds one change to an answer and returns the answer, so that they chain.
 * They throw WATT_JOLT_BAD_TARGET for a target that is not `#id`, and WATT_JOLT_NOT_HTML for content that conduit did
 * not make (for a function: when the answer is rendered).
 */
export abstract class Parts {
  /** What the named methods stand on. */
  protected abstract add(part: Part): JoltAnswer;

  /** Replaces what is inside the target (`innerHTML`). */
  replace(target: Target, html: Content): JoltAnswer {
    return this.add(makePart("replace", "innerHTML", target, html));
  }

  /** Replaces the target itself (`outerHTML`). */
  replaceOuter(target: Target, html: Content): JoltAnswer {
    return this.add(makePart("replaceOuter", "outerHTML", target, html));
  }

  /** Puts content before the target (`beforebegin`). */
  before(target: Target, html: Content): JoltAnswer {
    return this.add(makePart("before", "beforebegin", target, html));
  }

  /** Puts content into the target, before its first child (`afterbegin`). */
  prepend(target: Target, html: Content): JoltAnswer {
    return this.add(makePart("prepend", "afterbegin", target, html));
  }

  /** Puts content into the target, after its last child (`beforeend`). */
  append(target: Target, html: Content): JoltAnswer {
    return this.add(makePart("append", "beforeend", target, html));
  }

  /** Puts content after the target (`afterend`). */
  after(target: Target, html: Content): JoltAnswer {
    return this.add(makePart("after", "afterend", target, html));
  }

  /** Takes the target out of the page (`delete`). */
  remove(target: Target): JoltAnswer {
    return this.add({ target: checkTarget("remove", target), swap: "delete", html: undefined });
  }
}

function makePart(method: string, swap: Swap, target: Target, html: Content): Part {
  return { target: checkTarget(method, target), swap, html: checkContent(method, html) };
}
