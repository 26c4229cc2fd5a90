import { jolt } from "./jolt.ts";

Object.assign(globalThis, { jolt });
