import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What the compiler had to do, and to say, about a module. */
export interface TypeCost {
  readonly instantiations: number;
  /** Messages, each with what they say in detail. */
  readonly errors: readonly string[];
}

// The libraries and the packages' sources are parsed once for all modules.
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Checks one module with the settings of a package.
 *
 * @param folder of the package
 * @param file where the module stands; it may be anywhere, when it imports the package's sources by their path
 */
export function typeCost(folder: string, file: string): TypeCost {
  const options = projectOptions(folder);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (name === file) return read(name, ...rest);
    if (!parsed.has(name)) parsed.set(name, read(name, ...rest));
    return parsed.get(name);
  };
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  const diagnostics = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(source)];
  diagnostics.push(...program.getSemanticDiagnostics(source));
  return {
    instantiations: program.getInstantiationCount(),
    errors: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  };
}

function projectOptions(folder: string): ts.CompilerOptions {
  const path = join(folder, "tsconfig.json");
  const config: unknown = ts.parseConfigFileTextToJson(path, readFileSync(path, "utf8")).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder, undefined, path);
  // What only emitting needs is left out: the module lies outside of the package.
  const { composite: _, rootDir: __, outDir: ___, tsBuildInfoFile: ____, ...rest } = options;
  return {
    ...rest,
    declaration: false,
    isolatedDeclarations: false,
    noEmit: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: false,
    typeRoots: [join(folder, "node_modules/@types")],
  };
}
