import type { RouteLookup, RouterOptions } from "../api.ts";
import {
  CONTAINER_HEAD,
  type ContainerMeta,
  type RouteMeta,
  type TableMeta,
  writeContainer,
} from "../compiled/container.ts";
import type { ImagePlan } from "../image/plan-image.ts";
import { MOST_FOR_CODE } from "../radix/choose-executor.ts";
import { generateWalk } from "../radix/generate-walk.ts";
import { createRouter } from "../router/create-router.ts";
import { idsOf, planOf } from "../router/create-table.ts";
import { Registry } from "../router/registry.ts";
import type { RouteRecord } from "../router/route-record.ts";
import { PatternPacker } from "./pattern-packer.ts";
import { renderModule } from "./render-module.ts";

/** A route to be compiled. */
export interface RouteDefinition {
  /** As for `Router.add`. */
  readonly method: string;
  /** As for `Router.add`. */
  readonly pattern: string;
  /** What it leads to. It is not compiled: a route without is left out. */
  readonly value?: unknown;
  /** As for `Router.add`. */
  readonly host?: string | undefined;
  /** Kept where it is JSON. */
  readonly doc?: unknown;
  /** `file:line` for the messages. @defaultValue its place in the list */
  readonly source?: string;
}

/** Options of `compile`. */
export interface CompileOptions extends Omit<RouterOptions, "executor"> {
  /**
   * Whether the module holds code that walks the table, besides the image.
   *
   * @defaultValue for tables of so few dynamic routes that code is the fastest
   */
  readonly code?: boolean;
  /** What the module imports `loadRouter` from. @defaultValue "@watt/capacitor/compiled" */
  readonly runtime?: string;
}

/** Routes made into a file and a module. */
export interface Compiled {
  /** What `loadRouter` opens. */
  readonly image: Uint8Array;
  /** An ES module with the same, and its types are those of `CompiledModule`. */
  readonly code: string;
  /** Routes that are in it. */
  readonly routes: number;
  /** Routes without a value, which are not: `GET /users/:id`. */
  readonly leftOut: readonly string[];
}

/**
 * Compiles routes ahead of time, so that nothing is read, planned or made into code where they are used: see `loadRouter`,
 * and the module's `createRouter(values)`. The same routes and options give the same bytes, everywhere.
 *
 * @param routes a list, or a router; with a router come its options.
 * @throws what `Router.add` throws.
 */
export function compile(
  routes: Iterable<RouteDefinition> | RouteLookup<unknown>,
  options: CompileOptions = {},
): Compiled {
  const { code, runtime = "@watt/capacitor/compiled", ...given } = options;
  const isRouter = "routes" in routes;
  const { executor: _, ...wanted }: RouterOptions = isRouter ? { ...routes.options, ...given } : given;
  // Throws for options that are none.
  createRouter(wanted);
  const registry = new Registry<unknown>(wanted.ignoreCase === true);
  const metas: Registered[] = [];
  const leftOut: string[] = [];
  for (const [index, route] of [...(isRouter ? routes.routes() : routes)].entries()) {
    const { method, pattern, value, host, doc, source = `route ${index}` } = route;
    if (value === undefined) leftOut.push(`${method} ${pattern}`);
    else metas.push({ index, doc, record: registry.add(registration(method, pattern, { host, source })) });
  }
  const compiler = new Compiler(registry, metas, wanted);
  const { meta, images, plans } = compiler.compile();
  const image = writeContainer(meta, images);
  const walks = plans.map((plan) => ((code ?? dynamicOf(plan) <= MOST_FOR_CODE) ? walkOf(plan) : undefined));
  return { image, code: renderModule(image, meta, walks, runtime), routes: metas.length, leftOut };
}

interface Registered {
  readonly index: number;
  readonly doc: unknown;
  readonly record: RouteRecord<unknown>;
}

function registration(method: string, pattern: string, { host, source }: { host: string | undefined; source: string }) {
  const options = host === undefined ? { source } : { source, host };
  return { method, pattern, value: undefined, options, below: compile };
}

function dynamicOf({ rows, staticPaths }: ImagePlan): number {
  return rows.length - staticPaths.length;
}

function walkOf(plan: ImagePlan): string | undefined {
  return dynamicOf(plan) === 0 ? undefined : generateWalk(plan.tree, plan.methods.length, plan.testOf);
}

class Compiler {
  readonly #registry: Registry<unknown>;
  readonly #routes: readonly Registered[];
  readonly #options: RouterOptions;
  readonly #packer = new PatternPacker();

  constructor(registry: Registry<unknown>, routes: readonly Registered[], options: RouterOptions) {
    this.#registry = registry;
    this.#routes = routes;
    this.#options = options;
  }

  compile(): { meta: ContainerMeta; images: Uint8Array; plans: readonly ImagePlan[] } {
    const shapes = [...new Set(this.#routes.map(({ record }) => record.shape))];
    const plain = this.#routes.filter(({ record }) => record.host === undefined);
    const hosted = this.#routes.filter(({ record }) => record.host !== undefined);
    const tables = hosted.length === 0 ? [plain] : [plain, hosted];
    const plans = tables.map((routes) => this.#plan(routes));
    const starts: number[] = [];
    let end = CONTAINER_HEAD;
    for (const { bytes } of plans) {
      starts.push(end);
      end += (bytes + 7) & ~7;
    }
    const images = new Uint8Array(end);
    for (const [i, plan] of plans.entries()) plan.write(images.buffer, starts[i] as number);
    const [plainMeta, hostedMeta] = plans.map((plan, i) => tableMeta(plan, starts[i] as number, tables[i] ?? []));
    const routes = this.#routes.map((route) => this.#routeMeta(route, shapes));
    const patterns = Object.fromEntries(
      this.#routes
        .filter(({ record }) => !record.shape.isPlain)
        .map(({ index, record }) => [index, this.#packer.pack(this.#registry.patternOf(record))]),
    );
    const meta: ContainerMeta = {
      options: inOrder(this.#options),
      shapes: shapes.map((shape) => this.#packer.shapeMeta(shape)),
      routes,
      patterns,
      automata: this.#packer.automata,
      plain: plainMeta as TableMeta,
      ...(hostedMeta && { hosted: hostedMeta }),
    };
    return { meta, images, plans };
  }

  #plan(routes: readonly Registered[]): ImagePlan {
    const ids = new Map(routes.map(({ index, record }) => [record.id, index]));
    return planOf(
      routes.map(({ record }) => record),
      this.#registry,
      this.#options,
      (id) => ids.get(id) as number,
    );
  }

  #routeMeta({ index, doc, record }: Registered, shapes: readonly unknown[]): RouteMeta {
    const { method, pattern, host } = record;
    return {
      index,
      method,
      pattern,
      shape: shapes.indexOf(record.shape),
      ...(host !== undefined && { host }),
      ...(doc !== undefined && { doc }),
    };
  }
}

// However they were given: the same options are the same bytes.
function inOrder({ trailingSlash, ignoreCase, mergeSlashes, maxParamLength }: RouterOptions): RouterOptions {
  return {
    ...(trailingSlash !== undefined && { trailingSlash }),
    ...(ignoreCase !== undefined && { ignoreCase }),
    ...(mergeSlashes !== undefined && { mergeSlashes }),
    // JSON has no Infinity.
    ...(maxParamLength !== undefined && maxParamLength < Infinity && { maxParamLength }),
  };
}

function tableMeta(plan: ImagePlan, at: number, routes: readonly Registered[]): TableMeta {
  const indices = new Map(routes.map(({ index, record }) => [record.pattern, index]));
  const { methods, staticPaths } = plan;
  return { at, methods, staticPaths: staticPaths.map((path) => indices.get(path) ?? path), rows: idsOf(plan.rows) };
}
