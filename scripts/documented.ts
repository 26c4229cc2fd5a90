import { join } from "node:path";
import ts from "typescript";
import { root } from "./scratch-copy.ts";

const OPTIONS: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  customConditions: ["@watt/source"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  noEmit: true,
  skipLibCheck: true,
};

/** Names of what a module exports, and of the public members of its classes and interfaces, that has no doc comment. */
export function undocumented(entry: string): string[] {
  const file = join(root, entry);
  const program = ts.createProgram([file], OPTIONS);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} is no module`);
  const missing: string[] = [];
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!isDocumented(symbol, checker)) missing.push(exported.name);
    for (const member of membersOf(symbol)) {
      if (!isDocumented(member, checker) && !isInherited(symbol, member.name, checker)) {
        missing.push(`${exported.name}.${member.name}`);
      }
    }
  }
  return missing;
}

function isDocumented(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return symbol.getDocumentationComment(checker).length > 0 || symbol.getJsDocTags(checker).length > 0;
}

/** True when what the class extends or implements, however far up, says what the member is. */
function isInherited(owner: ts.Symbol, name: string, checker: ts.TypeChecker): boolean {
  const clauses = (owner.declarations ?? []).flatMap((declaration) =>
    ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)
      ? [...(declaration.heritageClauses ?? [])]
      : [],
  );
  return clauses
    .flatMap(({ types }) => types.map((type) => checker.getTypeAtLocation(type)))
    .some((type) => {
      const member = type.getProperty(name);
      if (member !== undefined && isDocumented(member, checker)) return true;
      return type.symbol !== undefined && isInherited(type.symbol, name, checker);
    });
}

/** Members that users see; a constructor's parameters speak through the options that they name. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  if ((symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) === 0) return [];
  return [...(symbol.members?.values() ?? [])].filter((member) => {
    const [declaration] = member.declarations ?? [];
    if (declaration === undefined || member.flags & ts.SymbolFlags.Constructor) return false;
    if (member.name.startsWith("_") || member.name.startsWith("#")) return false;
    if (member.flags & ts.SymbolFlags.TypeParameter) return false;
    return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) === 0;
  });
}
