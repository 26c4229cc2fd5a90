export { joltErrors, type JoltErrorCode } from "../errors.ts";
export type { Content } from "./check-html.ts";
export type { RedirectOptions } from "./check-location.ts";
export type { Target } from "./check-target.ts";
export { isJoltAnswer, type JoltAnswer } from "./jolt-answer.ts";
export { type AttributeTarget, joltAttrs, type JoltAttributeNames, type JoltAttributes } from "./jolt-attrs.ts";
export { jolt, Jolt, type JoltRequest } from "./jolt.ts";
export { localPath } from "./local-path.ts";
