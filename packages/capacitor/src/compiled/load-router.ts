import type { ExecutorName, Route, RouteLookup, RouterStats } from "../api.ts";
import { type Image, openImage } from "../image/image.ts";
import { HEAD_BYTES, HEAD_CAPTURES, HEAD_CHOICES, HEAD_REMEMBERS } from "../image/layout.ts";
import { type Locatable, locateParams } from "../match/locate-params.ts";
import { type ParamsMaker, ParamsShape, type ShapeParam } from "../match/params-shape.ts";
import { chooseExecutor } from "../radix/choose-executor.ts";
import type { GeneratedWalk } from "../radix/code-walker.ts";
import { Lookup } from "../router/lookup.ts";
import { type RouteKind, RouteRecord } from "../router/route-record.ts";
import { Table } from "../router/table.ts";
import { Tables } from "../router/tables.ts";
import {
  type Container,
  type ContainerMeta,
  wrongImage,
  IS_INTEGER,
  IS_OPTIONAL,
  openContainer,
  type PatternMeta,
  type RouteMeta,
  type ShapeMeta,
  type TableMeta,
} from "./container.ts";

/** A route of a compiled file, to give it its value by. */
export interface CompiledRoute {
  /** Its place among the routes that were compiled. */
  readonly index: number;
  /** As it was compiled. */
  readonly method: string;
  /** As it was compiled. */
  readonly pattern: string;
  /** The rule for hosts, if any. */
  readonly host: string | undefined;
}

/** One of the routes that were compiled, with what it leads to. */
export interface RouteValue<T> {
  /** That of the compiled route at this place. */
  readonly method: string;
  /** That of the compiled route at this place. */
  readonly pattern: string;
  /** Missing in routes that were left out. */
  readonly value?: T;
}

/** What routes lead to: told for each, or the list that was compiled, in which their order and patterns must be the same. */
export type RouteValues<T> = ((route: CompiledRoute) => T) | readonly RouteValue<T>[];

/** Options of `loadRouter`. */
export interface LoadOptions {
  /** What finds dynamic routes. @defaultValue the code that was compiled with the image, if any; else by the size of the table */
  readonly executor?: ExecutorName;
  /** What `compile` wrote beside the image: for the module that it makes. */
  readonly code?: CompiledCode;
}

/** The code of a compiled module. */
export interface CompiledCode {
  /** Walks the table of the routes for all hosts. */
  readonly plain?: GeneratedWalk | undefined;
  /** Walks that of the routes with a rule for hosts. */
  readonly hosted?: GeneratedWalk | undefined;
  /** By the number of the shape. */
  readonly makers: readonly ParamsMaker[];
}

/**
 * Opens routes that `compile` has made. Reads no pattern and makes no code: fast, small, and allowed everywhere.
 *
 * The image is not copied, but for the WebAssembly executor; several threads may open one in a `SharedArrayBuffer`.
 *
 * @param bytes nobody may change them any more.
 * @throws WATT_CAPACITOR_IMAGE when they are no image of this version, or the values are not those of its routes.
 */
export function loadRouter<T>(
  bytes: Uint8Array<ArrayBufferLike>,
  values: RouteValues<T>,
  options: LoadOptions = {},
): RouteLookup<T> {
  return new CompiledRouter(openContainer(bytes), values, options);
}

class CompiledRouter<T> extends Lookup<T> {
  readonly #routes: RouteRecord<T>[] = [];
  // By route: read at the first use.
  readonly #located = new Map<number, Locatable>();
  readonly #meta: ContainerMeta;

  constructor(container: Container, values: RouteValues<T>, { executor, code }: LoadOptions) {
    const { meta } = container;
    super(executor === undefined ? meta.options : { ...meta.options, executor });
    this.#meta = meta;
    const shapes = meta.shapes.map((shape, number) => shapeOf(shape, code?.makers[number]));
    for (const route of meta.routes) this.#routes[route.index] = recordOf(route, shapes, values);
    const { plain, hosted } = meta;
    this.built = new Tables(
      this.#table(container, plain, code?.plain),
      hosted && this.#table(container, hosted, code?.hosted),
    );
  }

  protected override tables(): Tables<T> {
    // Safety: set by the constructor.
    return this.built as Tables<T>;
  }

  override doc(id: number): unknown {
    return this.#routes[id]?.doc;
  }

  override routes(): readonly Route<string, T>[] {
    return this.#routes.filter((route) => route !== undefined);
  }

  override stats(): RouterStats {
    const { plain, hosted } = this.tables();
    const routes = this.routes().length;
    const fixed = this.#routes.filter(({ shape }) => shape.params.length === 0 && shape.skips === 0).length;
    return {
      routes,
      static: fixed,
      dynamic: routes - fixed,
      imageBytes: plain.imageBytes + (hosted?.imageBytes ?? 0),
      executor: plain.parts.executor.name,
    };
  }

  #table({ buffer, start, meta }: Container, table: TableMeta, generated: GeneratedWalk | undefined): Table<T> {
    const image = openImage(buffer, start + table.at);
    const dynamic = table.rows.length - table.staticPaths.length;
    // Code that was compiled is there to be used, whatever the size of the table.
    const wanted = this.options.executor ?? (generated && "code");
    const patterns = new Map(meta.routes.map(({ index, pattern }) => [index, pattern]));
    return new Table(
      {
        executor: chooseExecutor(sourceOf(image), dynamic, wanted, () => generated),
        methods: table.methods,
        staticPaths: table.staticPaths.map((path) =>
          typeof path === "string" ? path : (patterns.get(path) as string),
        ),
        routes: this.#routes,
        locate: (route, path) => locateParams(this.#locatable(route.id), path),
        rows: () => table.rows,
      },
      this.options,
    );
  }

  #locatable(id: number): Locatable {
    const known = this.#located.get(id) ?? locatableOf(this.#meta, this.#meta.patterns[id] as PatternMeta);
    this.#located.set(id, known);
    return known;
  }
}

function sourceOf(image: Image): Parameters<typeof chooseExecutor>[0] {
  const { words, bytes } = image;
  return {
    bytes: words[HEAD_BYTES] as number,
    choices: words[HEAD_CHOICES] as number,
    captures: words[HEAD_CAPTURES] as number,
    remembers: words[HEAD_REMEMBERS] === 1,
    image: () => image,
    write: (buffer, at) => {
      new Uint8Array(buffer, at, bytes.length).set(bytes);
      return openImage(buffer, at);
    },
  };
}

function shapeOf({ params, isPlain, skips }: ShapeMeta, maker: ParamsMaker | undefined): ParamsShape {
  const described = params.map(([name, flags]): ShapeParam => ({
    name,
    isInteger: (flags & IS_INTEGER) !== 0,
    isOptional: (flags & IS_OPTIONAL) !== 0,
  }));
  return new ParamsShape(described, isPlain, skips, maker);
}

function recordOf<T>(route: RouteMeta, shapes: readonly ParamsShape[], values: RouteValues<T>): RouteRecord<T> {
  const { index, method, pattern, host, doc } = route;
  const shape = shapes[route.shape] as ParamsShape;
  const value = typeof values === "function" ? values({ index, method, pattern, host }) : valueOf(route, values[index]);
  const kind: RouteKind = { method, shape, file: "compiled", host, doc };
  return new RouteRecord({ id: index, pattern, value, kind, line: -1 });
}

function valueOf<T>({ index, method, pattern }: RouteMeta, given: RouteValue<T> | undefined): T {
  const isSame = given?.method === method && given.pattern === pattern;
  if (isSame && given.value !== undefined) return given.value;
  const has = given === undefined ? "nothing" : isSame ? "it without a value" : `${given.method} ${given.pattern}`;
  throw wrongImage(`its route ${index} is ${method} ${pattern}, and the list has ${has} there`);
}

function locatableOf({ automata }: ContainerMeta, { steps, constraints }: PatternMeta): Locatable {
  return {
    steps: steps.map((step) => {
      if (typeof step === "number") return { to: step };
      const [kind, ...parts] = step;
      return { kind: kind as 0, parts };
    }),
    params: constraints.map((number) => {
      const automaton = number === null ? undefined : automata[number];
      if (automaton === undefined) return { constraint: undefined };
      const { columns, width, next, ends } = automaton;
      const [accepts, transitions] = [Uint8Array.from(ends), Uint16Array.from(next)];
      return { constraint: { automaton: { columns: Uint8Array.from(columns), width, next: transitions, accepts } } };
    }),
  };
}
