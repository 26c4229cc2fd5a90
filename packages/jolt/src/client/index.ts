export type {
  JoltDoneDetail,
  JoltErrorDetail,
  JoltErrorReason,
  JoltEventMap,
  JoltRequestDetail,
  JoltSwapDetail,
} from "./events.ts";
export { jolt, type JoltClient, type JoltRequestOptions } from "./jolt.ts";
