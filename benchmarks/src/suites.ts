import type { Suite } from "./api.ts";

/** Every suite by name; a suite's module and its engines are loaded only where they are used. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  floor: async () => (await import("./floor/index.ts")).floor,
  route: async () => (await import("./route/index.ts")).route,
  render: async () => (await import("./render/index.ts")).render,
  request: async () => (await import("./request/index.ts")).request,
};

/** The suite of that name; throws with the list of names when there is none. */
export async function loadSuite(name: string): Promise<Suite> {
  const load = suites[name];
  if (load === undefined) {
    throw new Error(`There is no suite "${name}". The suites are: ${Object.keys(suites).join(", ")}.`);
  }
  return load();
}
