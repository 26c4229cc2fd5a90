import { expect, test, vi } from "vitest";
import type { Inputs, Operation } from "../src/api.ts";
import type { CaseReport, Job } from "../src/frame/job.ts";
import { measureOperations, type Plan } from "../src/frame/measure-operations.ts";
import { together } from "../src/frame/together.ts";
import { describeWrongAnswer, firstWrongAnswer } from "../src/frame/verify.ts";

const inputs: Inputs = {
  list: [0, 1, 2, 3],
  batch: 4,
  expected: (index) => ({ square: index * index }),
};

function squares(run: (input: number) => unknown): Operation {
  return { run: run as Operation["run"], answer: (result) => ({ square: result }) };
}

test.each([
  ["right answers", (n: number) => n * n],
  ["right answers of promises", async (n: number) => n * n],
])("%s pass", async (_, run) => {
  expect(await firstWrongAnswer(squares(run), inputs)).toBeUndefined();
});

test.each([
  ["a wrong answer", (n: number) => (n === 2 ? 5 : n * n), 2, { square: 5 }],
  ["an answer that is only alike", (n: number) => (n === 1 ? "1" : n * n), 1, { square: "1" }],
  ["a wrong answer of a promise", async (n: number) => (n === 2 ? 5 : n * n), 2, { square: 5 }],
  ["a missing answer", (n: number) => (n === 3 ? undefined : n * n), 3, { square: undefined }],
])("%s is found, at its input", async (_, run, index, actual) => {
  expect(await firstWrongAnswer(squares(run), inputs)).toEqual({ index, expected: { square: index * index }, actual });
});

test("an exception is a wrong answer", async () => {
  const operation = squares(() => {
    throw new Error("broken");
  });
  expect((await firstWrongAnswer(operation, inputs))?.actual).toBe("threw Error: broken");
});

test("strings are made anew before they are checked", async () => {
  const refresh = vi.fn<(from: number, to: number) => void>();
  await firstWrongAnswer(
    squares((n) => n * n),
    { ...inputs, refresh },
    3,
  );
  expect(refresh).toHaveBeenCalledExactlyOnceWith(0, 3);
});

test("the description shows where two long answers part", () => {
  const expected = `${"x".repeat(500)}right${"y".repeat(500)}`;
  const text = describeWrongAnswer({ index: 9, expected, actual: expected.replace("right", "wrong") });
  expect(text).toContain("input 9");
  expect(text).toMatch(/expected …x+right.* got …x+wrong/);
  expect(text.length).toBeLessThan(500);
});

/** A plan whose jobs are answered by a table instead of processes; gives the modes in the order they were asked. */
function fakePlan(wrongEngine: string | undefined): { plan: Plan; modes: string[] } {
  const modes: string[] = [];
  const runJob = async (job: Job): Promise<readonly CaseReport[]> => {
    modes.push(`${job.mode} ${job.engine} ${job.cases.join()}`);
    return job.cases.map((name) => {
      const head = { case: name, setupMs: 0 };
      if (job.mode === "verify")
        return job.engine === wrongEngine ? { ...head, wrong: "no" } : { ...head, verified: 4 };
      if (job.mode === "time") return { ...head, timing: { ns: 10, batches: 1, operations: 1 } };
      return { ...head, allocation: { bytes: 40, samples: 1, spoiled: 0 } };
    });
  };
  const place = { benchmarks: "", nodeFlags: [] };
  const contestants = ["a", "b"].map((engine) => ({ label: engine, engine, place }));
  const job = { suite: "s", cases: ["c"], seed: 1, timer: "own" as const, warmupMs: 0, measureMs: 0 };
  return { modes, plan: { contestants, rounds: 2, job, allocations: true, log: () => {}, runJob } };
}

test("every engine is verified before the first is timed, and rounds alternate", async () => {
  const { plan, modes } = fakePlan(undefined);
  const measured = await measureOperations(plan);
  expect(modes).toEqual([
    "verify a c",
    "verify b c",
    "time a c",
    "time b c",
    "time b c",
    "time a c",
    "allocate a c",
    "allocate b c",
  ]);
  expect(measured.verified).toBe(8);
  expect(measured.order).toEqual([
    ["a", "b"],
    ["b", "a"],
  ]);
});

test("cases that are not together have processes of their own, and engines stay next to each other", async () => {
  const { plan, modes } = fakePlan(undefined);
  const job = { ...plan.job, cases: ["c", "d", "e"] };
  const plans = { ...plan, job, together: [["c", "d"], ["e"]], rounds: 1, allocations: false };
  const measured = await measureOperations(plans);
  expect(modes.slice(4)).toEqual(["time a c,d", "time b c,d", "time a e", "time b e"]);
  expect(measured.samples.map(({ engine, case: name }) => engine + name)).toEqual(["ac", "ad", "bc", "bd", "ae", "be"]);
});

test.each([
  ["whole", [["a", "c", "b"]]],
  ["by group", [["a", "b"], ["c"]]],
  ["by case", [["a"], ["c"], ["b"]]],
] as const)("a suite %s has its wanted cases in %j", (processes, expected) => {
  const cases = ["a1", "c2", "b1", "d2"].map(([name = "", group = ""]) => ({ name, group }));
  expect(together({ processes, cases }, ["a", "c", "b"])).toEqual(expected);
});

test("an engine that can do nothing of a group has no process for it", async () => {
  const { plan, modes } = fakePlan(undefined);
  const runJob: NonNullable<Plan["runJob"]> = async (job, place) =>
    job.mode === "verify" && job.engine === "b"
      ? [{ case: "c", setupMs: 0, cannot: "it is too small" }]
      : (plan.runJob?.(job, place) ?? []);
  await measureOperations({ ...plan, rounds: 1, runJob });
  expect(modes).toEqual(["verify a c", "time a c", "allocate a c"]);
});

test("one wrong answer ends the run before anything is timed", async () => {
  const { plan, modes } = fakePlan("b");
  await expect(measureOperations(plan)).rejects.toThrow('b answers "c" wrong (no). Nothing is published.');
  expect(modes).toEqual(["verify a c", "verify b c"]);
});
