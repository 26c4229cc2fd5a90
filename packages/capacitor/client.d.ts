// Types of the modules that `@watt/capacitor/unplugin` makes, for `/// <reference types="@watt/capacitor/client" />` or
// `"types": ["@watt/capacitor/client"]` in a tsconfig.json.
declare module "*?compiled" {
  import type { LoadOptions, RouteLookup, RouteValues } from "@watt/capacitor/compiled";

  /**
   * The router of the compiled routes, which lead to these values: the list that was compiled, or a function that tells each.
   *
   * @example
   * import routes from "./routes.ts";
   * import { createRouter } from "./routes.ts?compiled";
   * const router = createRouter(routes);
   */
  export function createRouter<T>(values: RouteValues<T>, options?: LoadOptions): RouteLookup<T>;

  /** The router of the routes, which lead to the values that they have in their file. What these are, types cannot say here. */
  const router: RouteLookup<unknown>;
  export default router;
}
