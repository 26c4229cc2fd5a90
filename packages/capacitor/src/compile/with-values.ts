import type { ExportedRoutes } from "./exported-routes.ts";

/** Where the values of compiled routes are: an export of a module, as it is imported from the compiled one. */
export interface ValuesSource extends Pick<ExportedRoutes, "name" | "expression"> {
  readonly from: string;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A compiled module that takes the values from where the routes came from: its default export is the router. */
export function withValues(code: string, { from, name, expression }: ValuesSource): string {
  return `${code}
${importOf(name, from)}

/** The router of the routes, which lead to the values that they have there. */
export default /* @__PURE__ */ createRouter(${expression});
`;
}

/** The types of a compiled module, of `routes` routes. */
export function renderTypes(routes: number, values: ValuesSource | undefined): string {
  const head = `// Made by @watt/capacitor of ${routes} routes. Do not edit.
import type { LoadOptions, RouteLookup, RouteValues${values === undefined ? "" : ", ValuesOf"} } from "@watt/capacitor/compiled";
`;
  const body = `
/** The router of the compiled routes, which lead to these values. */
export declare function createRouter<T>(values: RouteValues<T>, options?: LoadOptions): RouteLookup<T>;
`;
  if (values === undefined) return head + body;
  return `${head}${importOf(values.name, values.from)}
${body}
/** The router of the routes, which lead to the values that they have there. */
declare const router: RouteLookup<ValuesOf<typeof source>>;
export default router;
`;
}

function importOf(name: string, from: string): string {
  return `import { ${IDENTIFIER.test(name) ? name : JSON.stringify(name)} as source } from ${JSON.stringify(from)};`;
}
