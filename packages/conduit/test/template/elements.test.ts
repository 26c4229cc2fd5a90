import { expect, test } from "vitest";
import * as c from "../../src/index.ts";
import * as m from "../../src/mathml/index.ts";
import * as s from "../../src/svg/index.ts";
import { contentKind, type Namespace } from "../../src/template/elements.ts";
import { templateOf } from "./template-of.ts";

type AnyBuilder = (...args: readonly unknown[]) => c.Html;

/** What a builder does with children shows its kind. */
function kindOf(build: AnyBuilder, tag: string): string {
  const written = (...children: readonly unknown[]): string => {
    try {
      return c.renderToString(() => build(...children));
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  if (written() === `<${tag}>`) return "void";
  if (written("x") === "WATT_CONDUIT_CHILD_RAW_TEXT") return "rawText";
  const doubles = written("\nx") === `<${tag}>\n\nx</${tag}>`;
  if (written(c.raw("x")) === "WATT_CONDUIT_CHILD_TEXT_ONLY") return doubles ? "textArea" : "textOnly";
  return doubles ? "preformatted" : "normal";
}

/** The tag that a builder writes, alone; `undefined` for what is no builder. */
function tagOf(build: AnyBuilder): string | undefined {
  try {
    return /^<([^ />]+)>(?:<\/\1>)?$/.exec(c.renderToString(() => build()))?.[1];
  } catch {
    return undefined;
  }
}

const elementsOf = (module: object, namespace: Namespace): [string, Namespace, AnyBuilder][] =>
  Object.values(module).flatMap((value: unknown) => {
    const tag = typeof value === "function" && "with" in value ? tagOf(value as unknown as AnyBuilder) : undefined;
    return tag === undefined ? [] : [[tag, namespace, value as unknown as AnyBuilder]];
  });

const elements = [...elementsOf(c, "html"), ...elementsOf(s, "svg"), ...elementsOf(m, "math")];

test("templates and builders agree on what may stand in each element", () => {
  expect(elements.length).toBeGreaterThan(200);
  for (const [tag, namespace, build] of elements) {
    expect([tag, contentKind(namespace, tag.toLowerCase())]).toEqual([tag, kindOf(build, tag)]);
  }
});

test("templates accept each element that has a builder", () => {
  for (const [tag, namespace, build] of elements) {
    const written = c.renderToString(() => build());
    const [open, close] = namespace === "html" || tag === namespace ? ["", ""] : [`<${namespace}>`, `</${namespace}>`];
    const markup = `${open}${written}${close}`;
    expect(c.renderToString(() => c.html(templateOf([markup])))).toBe(markup);
  }
});
