import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

// Each `load` is another copy of the module in one process, as its ESM and CJS builds are.

const registry = Symbol.for("watt.electron.modules");
const { Module } = WebAssembly;
let compiled = 0;
beforeEach(() => {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, registry);
  compiled = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, registry);
});

test("the kernels are compiled at the first call, and once for all copies", async () => {
  host((bytes) => new Module(bytes));
  const first = await load();
  expect(compiled).toBe(0);
  expect(first.kernelModule()).toBeInstanceOf(Module);
  expect(first.kernelModule()).toBe(first.kernelModule());
  const second = await load();
  expect(second.kernelModule).not.toBe(first.kernelModule);
  expect(second.kernelModule()).toBe(first.kernelModule());
  expect(compiled).toBe(1);
});

test("two versions, told apart by their kernels, compile each their own", async () => {
  host((bytes) => new Module(bytes));
  const first = (await load()).kernelModule();
  vi.doMock(import("../../src/wasm/kernels.generated.ts"), async (original) => ({
    ...(await original()),
    kernelsDigest: "another",
  }));
  const second = (await load()).kernelModule();
  vi.doUnmock("../../src/wasm/kernels.generated.ts");
  expect(second).toBeInstanceOf(Module);
  expect(second).not.toBe(first);
});

describe("there is no module, and no second attempt,", () => {
  test("where compiling is refused", async () => {
    host(() => {
      throw new Error("Refused by a policy.");
    });
    const { kernelModule } = await load();
    expect([kernelModule(), kernelModule()]).toEqual([undefined, undefined]);
    expect((await load()).kernelModule()).toBeUndefined();
    expect(compiled).toBe(1);
  });

  test("where WebAssembly does not exist", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect((await load()).kernelModule()).toBeUndefined();
  });
});

function host(compile: (bytes: Uint8Array<ArrayBuffer>) => object): void {
  class Counting {
    constructor(bytes: Uint8Array<ArrayBuffer>) {
      compiled++;
      return compile(bytes);
    }
  }
  vi.stubGlobal("WebAssembly", { ...WebAssembly, Module: Counting });
}

async function load(): Promise<typeof import("../../src/wasm/kernel-module.ts")> {
  vi.resetModules();
  return import("../../src/wasm/kernel-module.ts");
}
