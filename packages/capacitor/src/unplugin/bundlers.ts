// What is used of bundlers, as far as it is used: their own types would be dependencies.

/** What Rollup, Rolldown and Vite call hooks on. */
export interface RollupContext {
  resolve(
    source: string,
    importer?: string,
  ): Promise<{ readonly id: string; readonly external?: boolean | "absolute" | "relative" } | null>;
  addWatchFile(file: string): void;
  warn(message: string): void;
}

/** A hook, and the ids that it is called for; bundlers that do not know filters call it for all. */
export interface Hook<Handler> {
  readonly filter: { readonly id: RegExp };
  readonly handler: Handler;
}

/** A plugin for Rollup, Rolldown and Vite. */
export interface RollupPlugin {
  /** For messages. */
  readonly name: string;
  /** Vite: before its own plugins. */
  readonly enforce: "pre";
  /** Vite: says what it knows of the project. */
  configResolved(config: ViteConfig): void;
  /** Of `…?compiled`, where the file is that stands before it. */
  readonly resolveId: Hook<
    (this: RollupContext, source: string, importer: string | undefined) => Promise<string | null>
  >;
  /** The module of the compiled routes. */
  readonly load: Hook<(this: RollupContext, id: string) => Promise<RollupSource | null>>;
}

/** What a module is loaded as. */
export interface RollupSource {
  readonly code: string;
  readonly map: { readonly mappings: "" };
  /** Rolldown: whatever the name ends in. */
  readonly moduleType: "js";
}

/** Vite's configuration. */
export interface ViteConfig {
  readonly root: string;
  readonly resolve: { readonly alias: unknown };
}

/** The package `vite`. */
export interface Vite {
  runnerImport(
    file: string,
    config: object,
  ): Promise<{ readonly module: Readonly<Record<string, unknown>>; readonly dependencies: readonly string[] }>;
}

/** The package `rolldown`. */
export interface Rolldown {
  rolldown(options: object): Promise<{
    readonly watchFiles: readonly string[] | Promise<readonly string[]>;
    generate(options: object): Promise<{ readonly output: readonly [{ readonly code: string }] }>;
    close(): Promise<void>;
  }>;
}

/** The package `esbuild`. */
export interface Esbuild {
  build(options: object): Promise<{
    readonly outputFiles: readonly { readonly path: string; readonly text: string }[];
    readonly metafile: { readonly inputs: Readonly<Record<string, unknown>> };
  }>;
}

/** Options of esbuild that say how files are read. */
export interface EsbuildOptions {
  readonly absWorkingDir?: string;
  readonly alias?: unknown;
  readonly define?: unknown;
  readonly jsx?: unknown;
  readonly jsxFactory?: unknown;
  readonly jsxFragment?: unknown;
  readonly jsxImportSource?: unknown;
  readonly loader?: unknown;
  readonly nodePaths?: unknown;
  readonly resolveExtensions?: unknown;
  readonly tsconfig?: unknown;
  readonly tsconfigRaw?: unknown;
}

/** What is imported from where. */
export interface EsbuildImport {
  importer: string;
  namespace: string;
  resolveDir: string;
  kind:
    | "entry-point"
    | "import-statement"
    | "require-call"
    | "dynamic-import"
    | "require-resolve"
    | "import-rule"
    | "composes-from"
    | "url-token";
}

/** A message of esbuild. */
export interface EsbuildMessage {
  text: string;
  detail?: unknown;
}

/** A plugin for esbuild, and for what takes its plugins. */
export interface EsbuildPlugin {
  /** For messages. */
  name: string;
  /** Called once for a build. */
  setup(build: EsbuildBuild): void;
}

/** What esbuild sets a plugin up with. */
export interface EsbuildBuild {
  readonly initialOptions: EsbuildOptions;
  readonly esbuild: unknown;
  resolve(path: string, options: EsbuildImport): Promise<{ path: string; external: boolean; errors: EsbuildMessage[] }>;
  onResolve(
    options: { filter: RegExp },
    callback: (args: EsbuildImport & { path: string }) => Promise<EsbuildResolution>,
  ): void;
  onLoad(
    options: { filter: RegExp; namespace: string },
    callback: (args: { pluginData?: unknown }) => Promise<EsbuildSource>,
  ): void;
}

/** Where an import leads. */
export interface EsbuildResolution {
  path?: string;
  namespace?: string;
  pluginData?: unknown;
  errors?: EsbuildMessage[];
}

/** What a module is loaded as. */
export interface EsbuildSource {
  contents?: string;
  loader?: "js";
  resolveDir?: string;
  watchFiles: string[];
  errors?: EsbuildMessage[];
  warnings?: EsbuildMessage[];
}
