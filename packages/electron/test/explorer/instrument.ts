import ts from "typescript";

/** A place in the shipped source that accesses shared memory. */
export interface Site {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** The source ignores the result, so the thread's position does not depend on it. */
  readonly unused: boolean;
}

/** Every site of every loaded file; loaded code names them by their index. */
export const sites: Site[] = [];

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * Rewrites a source without changing what it does: `Atomics.load(…)` becomes `Atomics[site].load(…)`; private fields become
 * ordinary ones, so that a thread's handle can be saved and restored; loops that may spin tell when they begin and, when
 * they go round, what the function's variables are; assignments that such a loop's function would not see are told too.
 */
export function instrument(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  let loops = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === "Atomics") {
      edits.push({
        at: node.expression.getEnd(),
        remove: 0,
        insert: `[${addSite(file, source, node)}]`,
      });
    } else if (ts.isPrivateIdentifier(node)) {
      edits.push({ at: node.getStart(), remove: node.text.length, insert: publicName(node) });
    } else if (ts.isIterationStatement(node, false) && maySpin(node)) {
      edits.push(...markLoop(node, `${file}:${loops++}`));
    } else {
      edits.push(...markAssignment(node, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // At the same place the edit that was found first, the outer one, comes first.
  const ordered = edits.map((edit, order) => ({ ...edit, order })).sort((a, b) => b.at - a.at || b.order - a.order);
  return ordered.reduce((out, { at, remove, insert }) => out.slice(0, at) + insert + out.slice(at + remove), text);
}

function addSite(file: string, source: ts.SourceFile, node: ts.PropertyAccessExpression): number {
  const call = node.parent;
  const unused = ts.isExpressionStatement(call.parent);
  const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  return sites.push({ file, line, text: call.getText().replace(/\s+/g, " "), unused }) - 1;
}

function publicName(node: ts.PrivateIdentifier): string {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    if (!ts.isClassLike(at)) continue;
    const declares = at.members.some((member) => member.name?.getText() === node.text);
    if (declares) return `$${at.name?.text ?? "anonymous"}$${node.text.slice(1)}`;
  }
  throw new Error(`no class declares ${node.text}`);
}

// A loop that counts ends by itself; every other one may wait for another thread.
function maySpin(loop: ts.IterationStatement): boolean {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return false;
  if (!ts.isForStatement(loop) || loop.incrementor === undefined) return true;
  const step = loop.incrementor;
  if (ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step)) return false;
  return !(ts.isBinaryExpression(step) && step.operatorToken.kind !== ts.SyntaxKind.EqualsToken);
}

function markLoop(loop: ts.IterationStatement, id: string): Edit[] {
  const outer = ts.isLabeledStatement(loop.parent) ? loop.parent : loop;
  const body = loop.statement;
  return [
    { at: outer.getStart(), remove: 0, insert: `{ $loop("${id}", true); ` },
    {
      at: body.getStart(),
      remove: 0,
      insert: `{ $loop("${id}", false, () => [${variablesAt(loop).join()}]); `,
    },
    { at: body.getEnd(), remove: 0, insert: " }" },
    { at: outer.getEnd(), remove: 0, insert: " }" },
  ];
}

// Names of the variables of its own function that a loop's body sees, but for the body's.
function variablesAt(loop: ts.IterationStatement): string[] {
  const names = new Set<string>();
  const declared = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) declared(element.name);
  };
  const end = loop.statement.getStart();
  const visit = (node: ts.Node): void => {
    if (node.getStart() >= end) return;
    if (ts.isVariableDeclaration(node)) declared(node.name);
    // Blocks that have ended are not seen any more, nor are other functions.
    const encloses = node.getEnd() > end || ts.isVariableStatement(node) || ts.isVariableDeclarationList(node);
    if (encloses && !ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  const owner = functionOf(loop);
  if (owner === undefined) return [];
  for (const parameter of owner.parameters) declared(parameter.name);
  ts.forEachChild(owner, visit);
  return [...names];
}

function functionOf(node: ts.Node): ts.SignatureDeclaration | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent) if (ts.isFunctionLike(at)) return at;
  return undefined;
}

const MUTATING = /^(set|push|pop|shift|unshift|splice|fill|copyWithin|sort|reverse|add|delete|clear|encodeInto|next)$/;

// What changes something that a loop's function does not see: variables of outer functions, elements, properties.
function markAssignment(node: ts.Node, file: string): Edit[] {
  const target = assigned(node);
  const id = `${file}:${node.getStart()}`;
  if (target === undefined) {
    const method =
      ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined;
    if (method === undefined || !MUTATING.test(method.name.text) || method.expression.getText() === "Atomics")
      return [];
    return [
      { at: method.expression.getEnd(), remove: 0, insert: ")" },
      { at: node.getStart(), remove: 0, insert: "$mutated(" },
    ];
  }
  if (ts.isIdentifier(target) && !seenElsewhere(target)) return [];
  const index = ts.isElementAccessExpression(target) ? target.argumentExpression.getText() : "0";
  // Why: an index that is more than a name might change something when it is evaluated again.
  const element = /^[\w.]+$/.test(index) ? index : "NaN";
  return [
    { at: node.getStart(), remove: 0, insert: `$assigned("${id}", ` },
    { at: node.getEnd(), remove: 0, insert: `, ${element})` },
  ];
}

function assigned(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return assigns ? node.left : undefined;
  }
  if (ts.isPostfixUnaryExpression(node)) return node.operand;
  if (!ts.isPrefixUnaryExpression(node)) return undefined;
  const { PlusPlusToken, MinusMinusToken } = ts.SyntaxKind;
  return node.operator === PlusPlusToken || node.operator === MinusMinusToken ? node.operand : undefined;
}

// Whether a variable is another function's, or is assigned in a loop over a generator, which runs in between.
function seenElsewhere(target: ts.Identifier): boolean {
  for (let at: ts.Node = target; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isForOfStatement(at)) return true;
    if (!ts.isFunctionLike(at)) continue;
    const text = at.getText();
    return (
      !new RegExp(`\\b(let|const|var)\\b[^;]*\\b${target.text}\\b`).test(text) &&
      !at.parameters.some(({ name }) => name.getText().includes(target.text))
    );
  }
  return true;
}
