import ts from "typescript";

/** One small change of one file that its tests should notice. */
export interface Mutant {
  readonly mutator: string;
  /** Character range of the source that is replaced. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Mutator = (node: ts.Node, source: ts.SourceFile) => string | undefined;

const SWAPPED: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: "<=",
  [ts.SyntaxKind.LessThanEqualsToken]: "<",
  [ts.SyntaxKind.GreaterThanToken]: ">=",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">",
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
  [ts.SyntaxKind.EqualsEqualsToken]: "!=",
  [ts.SyntaxKind.ExclamationEqualsToken]: "==",
  [ts.SyntaxKind.AmpersandAmpersandToken]: "||",
  [ts.SyntaxKind.BarBarToken]: "&&",
};

const SHIFTED: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.PlusToken]: "-",
  [ts.SyntaxKind.MinusToken]: "+",
  [ts.SyntaxKind.AmpersandToken]: "|",
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: "<<",
};

/** Every kind of change; each gives the text that replaces the node, or nothing where it does not apply. */
const mutators: Readonly<Record<string, Mutator>> = {
  "flip a comparison": (node, source) =>
    ts.isBinaryExpression(node) ? replaceOperator(node, source, SWAPPED) : undefined,
  "change an operator": (node, source) =>
    ts.isBinaryExpression(node) && !isText(node) ? replaceOperator(node, source, SHIFTED) : undefined,
  "drop a branch": (node, source) =>
    ts.isIfStatement(node) ? (node.elseStatement === undefined ? ";" : node.elseStatement.getText(source)) : undefined,
  // The sources run as a development build: there the constant is true.
  "always take a branch": (node, source) =>
    ts.isIfStatement(node) && node.elseStatement === undefined && node.expression.getText(source) !== "CHECKED_BUILD"
      ? node.thenStatement.getText(source)
      : undefined,
  "skip a call": (node) =>
    ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) && !isSuper(node.expression)
      ? ";"
      : undefined,
  "skip an assignment": (node) =>
    ts.isExpressionStatement(node) && ts.isBinaryExpression(node.expression) ? ";" : undefined,
  "skip an escape": (node, source) =>
    ts.isCallExpression(node) && /^escape/i.test(node.expression.getText(source)) && node.arguments.length === 1
      ? node.arguments[0]?.getText(source)
      : undefined,
  "remove a compare-and-swap": (node, source) => {
    if (!isAtomics(node, "compareExchange", source)) return undefined;
    const [array, index, expected, value] = node.arguments.map((argument) => argument.getText(source));
    return `(Atomics.store(${array}, ${index}, ${value}), ${expected})`;
  },
  "store without Atomics": (node, source) => {
    if (!isAtomics(node, "store", source)) return undefined;
    const [array, index, value] = node.arguments.map((argument) => argument.getText(source));
    return `(${array}[${index}] = ${value})`;
  },
  "change a number": (node, source) =>
    ts.isNumericLiteral(node) && !isType(node) && !isNamed(node) ? `(${node.getText(source)} + 1)` : undefined,
};

/** All changes of a source that some mutator makes. */
export function mutantsOf(text: string, fileName: string): Mutant[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    // Types are not run, and a changed type is found by the compiler and not by a test.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    for (const [mutator, mutate] of Object.entries(mutators)) {
      const replaced = mutate(node, source);
      if (replaced === undefined) continue;
      found.push({ mutator, start: node.getStart(source), end: node.getEnd(), text: replaced });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function replaceOperator(
  node: ts.BinaryExpression,
  source: ts.SourceFile,
  operators: Readonly<Partial<Record<ts.SyntaxKind, string>>>,
): string | undefined {
  const operator = operators[node.operatorToken.kind];
  return operator && `${node.left.getText(source)} ${operator} ${node.right.getText(source)}`;
}

/** A sum with a text in it is a text. */
function isText(node: ts.BinaryExpression): boolean {
  return [node.left, node.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
}

function isAtomics(node: ts.Node, name: string, source: ts.SourceFile): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText(source) === `Atomics.${name}`;
}

function isSuper(node: ts.CallExpression): boolean {
  return node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

/** A named constant is a size that was chosen: another one is as right, only slower. */
function isNamed(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node.parent);
}

function isType(node: ts.Node): boolean {
  return ts.isLiteralTypeNode(node.parent) || ts.isPropertyAssignment(node.parent);
}
