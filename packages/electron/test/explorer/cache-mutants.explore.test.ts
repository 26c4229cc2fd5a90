import { describe, expect, test } from "vitest";
import { EXPLORING, FULL } from "./attached.ts";
import { CACHE, exploration, get, type Handle, increment, NO_EVICTION, set, takeOver } from "./cache-exploration.ts";
import { type Exploration, explore } from "./explore.ts";
import type { Mutation } from "./load.ts";
import { sequence } from "./thread.ts";

const EXCHANGE = "if (Atomics.compareExchange(words, head, page, this.#spare) !== page) return false;";
const CHOSEN = "Atomics.store(words, this.#spare + STATE, this.#row);";
const INTENDS = "Atomics.store(words, this.#row + INTENT, intentOf(page, this.#slot - this.#row - SPARES));";
const MARKS = "Atomics.store(words, page + STATE, 0);";
const OWNS = "Atomics.store(words, this.#slot, page);";
const IS_HAZARD = "this.#hazards.includes((this.#spare = Atomics.load(words, this.#slot)))";
const PINS = "Atomics.store(this.words, this.#row + HAZARD, (this.#pinned = page));";
const IS_OLD = "Atomics.load(words, spare + STATE) !== this.#row";

const mutation = (find: string, replace: string): Mutation => ({ file: CACHE, find, replace });

describe("a SharedCache is found out", { timeout: EXPLORING }, () => {
  const kindOf = (
    mutations: readonly Mutation[],
    programs: Exploration<Handle, unknown>["programs"],
    heirs = {},
  ): unknown => explore(exploration([...NO_EVICTION, ...mutations], programs, { heirs })).failure?.kind;

  test.each<[string, string, readonly Mutation[]]>([
    ["reads a page without a second look at the head", "race", [mutation(PINS, `${PINS} return page;`)]],
    ["does not say which page it reads", "race", [mutation(PINS, "this.#pinned = page;")]],
    [
      "says so after the second look",
      "race",
      [mutation(PINS, `if (Atomics.load(this.words, head) !== page) continue; ${PINS} return page;`)],
    ],
    [
      "writes on spares that others read",
      "race",
      [mutation(IS_HAZARD, "((this.#spare = Atomics.load(words, this.#slot)), false)")],
    ],
    [
      "stores the new page without a look",
      "wrong result",
      [mutation(EXCHANGE, "Atomics.store(words, head, this.#spare);")],
    ],
    [
      "looks and stores, not at once",
      "wrong result",
      [
        mutation(
          EXCHANGE,
          "if (Atomics.load(words, head) !== page) return false; Atomics.store(words, head, this.#spare);",
        ),
      ],
    ],
    ["keeps the spare that it gave away", "race", [mutation(OWNS, "")]],
    ["takes the page although it was not exchanged", "race", [mutation(EXCHANGE, `${OWNS} ${EXCHANGE}`)]],
    [
      "says that it wrote when it did not",
      "wrong result",
      [mutation(EXCHANGE, EXCHANGE.replace("return false", "return true"))],
    ],
  ])("that %s: %s", (_, kind, mutations) => {
    const programs = [sequence(increment(), increment(), increment()), sequence(get(), increment())];
    expect(kindOf(mutations, programs)).toBe(kind);
  });

  // What takes longer is for the full run.
  test.each(FULL ? ["race"] : [])("that looks at the hazards for each spare anew: %s", (kind) => {
    const anew = `Array.from(this.#hazards, (_, i) => Atomics.load(words, rowOf(i) + HAZARD))`;
    const mutations = [mutation(IS_HAZARD, IS_HAZARD.replace("this.#hazards", anew))];
    expect(kindOf(mutations, [sequence(set(), set(), set()), sequence(get(), set())])).toBe(kind);
  });

  type Heir = readonly [what: string, mutations: readonly Mutation[]];
  const heirs: readonly Heir[] = [
    ["looks after nothing", [mutation(`if (isPublished || ${IS_OLD})`, "if (isPublished && false)")]],
    ["does not look into the buckets", [mutation(`isPublished || ${IS_OLD}`, IS_OLD)]],
    ["does not look at the state", [mutation(`isPublished || ${IS_OLD}`, "isPublished")]],
    [
      "looks at the state first",
      [
        mutation("let isPublished = false;", `let isPublished = ${IS_OLD};`),
        mutation(`isPublished || ${IS_OLD}) Atomics`, "isPublished) Atomics"),
      ],
    ],
    ["finds pages unmarked that left their bucket", [mutation(MARKS, "")]],
    ["finds them marked after they left", [mutation(MARKS, ""), mutation(OWNS, `${MARKS} ${OWNS}`)]],
    ["finds spares without their owner", [mutation(CHOSEN, "")]],
  ];
  const slowHeirs: readonly Heir[] = [
    [
      "always takes the page that was to be replaced",
      [mutation(`if (isPublished || ${IS_OLD})`, "if (true || isPublished)")],
    ],
    ["is not told which page is replaced", [mutation(INTENDS, "")]],
    ["is told so after the exchange", [mutation(INTENDS, ""), mutation(OWNS, `${INTENDS} ${OWNS}`)]],
    [
      "finds an owner that was set too early",
      [mutation(CHOSEN, ""), mutation(OWNS, `Atomics.store(words, page + STATE, this.#row); ${OWNS}`)],
    ],
  ];

  test.each(FULL ? [...heirs, ...slowHeirs] : heirs)("whose heir %s", (_, mutations) => {
    const programs = [
      sequence(increment(), increment()),
      sequence(increment(), increment()),
      sequence(takeOver(increment())),
    ];
    expect(kindOf(mutations, programs, { 2: 0 })).toBeDefined();
  });
});
