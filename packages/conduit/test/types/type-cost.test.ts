import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { typeCost } from "../../../../scripts/type-cost.ts";

const PACKAGE = join(import.meta.dirname, "../..");
const GROWTH = 2.2;
// Why so long: the compiler reads its libraries first.
const TIMEOUT_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), "watt-components-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A component as applications have them: props, slots, lists, attributes of many kinds, and the one before it as a child. */
const componentText = (n: number): string => `
interface Props${n} { readonly id: number; readonly title: string; readonly tags: readonly string[]; readonly footer?: Child; readonly isOpen: boolean }
const View${n} = component<Props${n}>(({ id, title, tags, footer, isOpen }, children) =>
  article({ class: ["card", { open: isOpen }], id: \`card-\${id}\`, "aria-busy": isOpen, "data-n": ${n}, style: { "--n": id, color: "red" } },
    h2(a({ href: \`/cards/\${id}\`, rel: "nofollow", title }, title)),
    ul(each(tags, (tag) => li({ class: "tag" }, tag), () => li("none"))),
    form({ method: "post", action: "/cards" }, input({ type: "text", name: "q", value: title, required: true }), button({ type: "submit", disabled: !isOpen }, "Go")),
    when(footer, (content) => p(content)), svg({ viewBox: "0 0 1 1" }, path({ d: "M0 0", fill: "none" })), children,
    ${n === 0 ? "null" : `View${n - 1}({ id: ${n}, title, tags, isOpen: false }, p("inner"))`}));`;

const moduleOf = (count: number): string => `
import { a, article, button, type Child, component, each, form, h2, input, li, p, ul, when } from ${JSON.stringify(join(PACKAGE, "src/index.ts"))};
import { path, svg } from ${JSON.stringify(join(PACKAGE, "src/svg/index.ts"))};
${Array.from({ length: count }, (_, n) => componentText(n)).join("\n")}
export default View${count - 1};
`;

function costOf(count: number): number {
  const file = join(folder, `components-${count}.mts`);
  writeFileSync(file, moduleOf(count));
  const { errors, instantiations } = typeCost(PACKAGE, file);
  expect(errors).toEqual([]);
  return instantiations;
}

test("the types of 600 components cost in proportion to their number", { timeout: TIMEOUT_MS }, () => {
  const cost = costOf(600);
  console.log(`600 components: ${cost} instantiations, ${(cost / costOf(300)).toFixed(3)} times those of 300`);
  // What was measured with TypeScript 6.0, and a fifth.
  expect(cost).toBeLessThan(6_800);
  expect(cost / costOf(300)).toBeLessThan(GROWTH);
});
