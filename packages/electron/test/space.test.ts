import { afterEach, describe, expect, test, vi } from "vitest";
import { createSpace, kernelExecutor, type KernelExecutor, useKernelExecutor } from "../src/index.ts";
import { fasterSpace, scratchSpace } from "../src/bytes/scratch-space.ts";
import { kernelsDigest } from "../src/wasm/kernels.generated.ts";
import { codeOf } from "./code-of.ts";

const registry = globalThis as unknown as { [key: symbol]: Map<string, unknown> | undefined };
const registryKey = Symbol.for("watt.electron.modules");

describe.each<KernelExecutor>(["wasm", "scalar"])("a space by %s", (executor) => {
  test.each([
    [1, 65536],
    [65536, 65536],
    [65537, 131072],
    [1_000_000, 1_048_576],
  ])("of %i bytes has %i, zeroed, in three views of one buffer", (bytes, expected) => {
    const space = createSpace({ bytes, executor });
    expect(space.buffer.byteLength).toBe(expected);
    expect([space.u8.buffer === space.buffer, space.i32.buffer === space.buffer]).toEqual([true, true]);
    expect([space.u8.length, space.i32.length]).toEqual([expected, expected / 4]);
    expect(space.u8.every((byte) => byte === 0)).toBe(true);
  });

  test("is apart from every other space", () => {
    const [one, other] = [createSpace({ bytes: 1, executor }), createSpace({ bytes: 1, executor })];
    one.u8[10] = 0x3c;
    expect([one.scanHtml(0, 64), other.scanHtml(0, 64)]).toEqual([10, -1]);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 31])("cannot have %f bytes", (bytes) => {
    expect(codeOf(() => createSpace({ bytes, executor }))).toBe("WATT_ELECTRON_OPTION");
  });
});

test("both executors give the same fields in the same order, so that callers stay monomorphic", () => {
  const [wasm, scalar] = [createSpace({ bytes: 1, executor: "wasm" }), createSpace({ bytes: 1, executor: "scalar" })];
  expect(Object.keys(wasm)).toEqual(Object.keys(scalar));
  expect(Object.getPrototypeOf(wasm)).toBe(Object.getPrototypeOf(scalar));
});

test("wasm is chosen here, and a space that names none gets it", () => {
  expect([kernelExecutor(), createSpace({ bytes: 1 }).executor]).toEqual(["wasm", "wasm"]);
});

test("an unknown executor is a coded error", () => {
  expect(codeOf(() => createSpace({ bytes: 1, executor: "gpu" as "wasm" }))).toBe("WATT_ELECTRON_EXECUTOR");
});

test("the override decides for spaces and byte forms from then on, until it is taken back", () => {
  const before = createSpace({ bytes: 1 });
  try {
    useKernelExecutor("scalar");
    expect([kernelExecutor(), createSpace({ bytes: 1 }).executor, scratchSpace().executor]).toEqual([
      "scalar",
      "scalar",
      "scalar",
    ]);
    expect([fasterSpace(10_000), before.executor]).toEqual([undefined, "wasm"]);
    expect(codeOf(() => useKernelExecutor("gpu" as "wasm"))).toBe("WATT_ELECTRON_EXECUTOR");
    expect(kernelExecutor()).toBe("scalar");
    useKernelExecutor("wasm");
    expect([kernelExecutor(), fasterSpace(10_000)?.executor, fasterSpace(31)]).toEqual(["wasm", "wasm", undefined]);
  } finally {
    useKernelExecutor(undefined);
  }
  expect([kernelExecutor(), scratchSpace().executor]).toEqual(["wasm", "wasm"]);
});

test("wasm memory is made with its size as its limit, so that growing never detaches a view", () => {
  const { Module, Instance, Memory } = (globalThis as unknown as { WebAssembly: Record<string, never> }).WebAssembly;
  const limits: unknown[] = [];
  const recording = function (limit: unknown): object {
    limits.push(limit);
    return new (Memory as unknown as new (limit: unknown) => object)(limit);
  };
  vi.stubGlobal("WebAssembly", { Module, Instance, Memory: recording });
  createSpace({ bytes: 200_000, executor: "wasm" });
  vi.unstubAllGlobals();
  expect(limits).toEqual([{ initial: 4, maximum: 4 }]);
});

test("wasm memory cannot be transferred away", () => {
  const space = createSpace({ bytes: 1, executor: "wasm" });
  expect(() => structuredClone(space.buffer, { transfer: [space.buffer] })).toThrow();
  expect(space.u8.length).toBe(65536);
});

describe("the compiled module", () => {
  test("is one per process, also for a second copy of this package", async () => {
    createSpace({ bytes: 1 });
    const module = registry[registryKey]?.get(kernelsDigest);
    expect(module).toBeDefined();
    vi.resetModules();
    const copy = await import("../src/index.ts");
    expect(copy.createSpace).not.toBe(createSpace);
    copy.createSpace({ bytes: 1 });
    expect(registry[registryKey]?.get(kernelsDigest)).toBe(module);
  });
});

describe("a runtime that cannot run the kernels", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    delete registry[registryKey];
    useKernelExecutor(undefined);
  });

  const refuse = class {
    constructor() {
      throw new Error("Wasm code generation disallowed by embedder");
    }
  };

  test.each([
    ["has no WebAssembly", undefined],
    ["refuses to compile", { Module: refuse, Instance: refuse, Memory: refuse }],
  ])("because it %s gets the scalar twins, and an error for naming wasm", (_, host) => {
    delete registry[registryKey];
    vi.stubGlobal("WebAssembly", host);
    useKernelExecutor(undefined);
    expect(kernelExecutor()).toBe("scalar");
    const space = createSpace({ bytes: 1 });
    space.u8.set([0x61, 0x3c], 0);
    expect([space.executor, space.scanHtml(0, 2), space.escapeHtml(0, 2, 100)]).toEqual(["scalar", 1, 105]);
    expect(codeOf(() => createSpace({ bytes: 1, executor: "wasm" }))).toBe("WATT_ELECTRON_EXECUTOR");
  });

  test("because its memory is used up says so, with the cause", () => {
    const { Module, Instance } = (globalThis as unknown as { WebAssembly: { Module: unknown; Instance: unknown } })
      .WebAssembly;
    vi.stubGlobal("WebAssembly", { Module, Instance, Memory: refuse });
    expect(codeOf(() => createSpace({ bytes: 1 }))).toBe("WATT_ELECTRON_MEMORY");
  });
});
