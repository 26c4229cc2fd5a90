import { createRequire } from "node:module";
import { createRouter, type ExecutorName } from "@watt/capacitor";
import createFindMyWay from "find-my-way";
import { Memoirist } from "memoirist";
import { addRoute, createRouter as createRou3, findRoute } from "rou3";
import { spellWildcard } from "../route/tables.ts";
import type { RouterEngine } from "./use-router.ts";

interface Store {
  readonly id: number;
}

const built: { params: unknown } = { params: undefined };
Object.assign(globalThis, { wattBenchmarkParams: built });

/** Params are built by every hit, as the peers do. */
export const capacitor = (executor?: ExecutorName): RouterEngine => ({
  create: () => {
    const router = createRouter<Store>(executor === undefined ? {} : { executor });
    return {
      add: ({ method, pattern }, store) => void router.add(method, pattern, store),
      find: (method, path) => {
        const match = router.match(method, path);
        built.params = match?.params;
        return match?.value.id ?? -1;
      },
    };
  },
});

export const memoirist: RouterEngine = {
  create: () => {
    const router = new Memoirist<Store>();
    return {
      add: ({ method, pattern }, store) =>
        void router.add(
          method,
          spellWildcard(pattern, () => "*"),
          store,
        ),
      find: (method, path) => router.find(method, path)?.store.id ?? -1,
    };
  },
};

const handler = (): void => {};
type Method = Parameters<ReturnType<typeof createFindMyWay>["find"]>[0];

export const findMyWay: RouterEngine = {
  create: () => {
    const router = createFindMyWay();
    return {
      add: ({ method, pattern }, store) => {
        router.on(
          method as Method,
          spellWildcard(pattern, () => "*"),
          handler,
          store,
        );
      },
      find: (method, path) => (router.find(method as Method, path)?.store as Store | undefined)?.id ?? -1,
    };
  },
};

export const rou3: RouterEngine = {
  create: () => {
    const router = createRou3<Store>();
    return {
      add: ({ method, pattern }, store) => {
        addRoute(
          router,
          method,
          spellWildcard(pattern, (name) => `**:${name}`),
          store,
        );
      },
      find: (method, path) => findRoute(router, method, path)?.data.id ?? -1,
    };
  },
};

interface Medley {
  register(path: string): Record<string, Store>;
  find(path: string): { readonly store: Readonly<Record<string, Store>> } | null;
}

const MedleyRouter = createRequire(import.meta.url)("@medley/router") as new () => Medley;

/** It wants one name for one place of all routes: params are named by their place. */
export const medley: RouterEngine = {
  create: () => {
    const router = new MedleyRouter();
    return {
      add: ({ method, pattern }, store) => {
        let place = 0;
        const path = spellWildcard(pattern, () => "*").replace(/:\w+/g, () => `:p${place++}`);
        router.register(path)[method] = store;
      },
      find: (method, path) => router.find(path)?.store[method]?.id ?? -1,
    };
  },
};
