/**
 * What a suite is: a table of cases × engines. Methods are written as methods on purpose: their bivariance lets a
 * suite with its own input type stand in a list of suites. `run`, `answer` and `refresh` are called without `this`.
 */

/** A source of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** One row of a suite's table, as the frame needs it. */
export interface Case {
  /** Unique in the suite, e.g. `github/static`. */
  readonly name: string;
  /** Cases of one group are printed in one table. */
  readonly group: string;
  /** Operations that one `run` does; figures are divided by it. For work that a call of its own would hide. @defaultValue 1 */
  readonly operations?: number;
  /** Bytes that one operation goes through; the table then shows GB/s as well. */
  readonly bytes?: number;
}

/** What a suite's own engine is to reach. Printed with the figures as met or missed; no test depends on it. */
export interface Goal {
  readonly engine: string;
  /** Of several cases the geometric mean is meant, in a run that has all of them. */
  readonly case: string | readonly string[];
  readonly metric: string;
  /**
   * The other engine, or the fastest of some, or the same engine in another case, that the figure is divided by; without it the
   * goal is absolute.
   */
  readonly against?: { readonly engine: string | readonly string[]; readonly case?: string };
  /** The figure, or the ratio, may be this at most … */
  readonly most?: number;
  /** … or must be this at least. */
  readonly least?: number;
}

/** An engine made ready for one case. */
export interface Operation<Input = unknown> {
  /** The timed work: one operation on one input. Its result is kept by a global until the next one. */
  run(input: Input): unknown;
  /** True where `run` gives a promise. Each is awaited before the next call, and that is a part of the figure. */
  readonly isAsync?: boolean;
  /** Turns what `run` gave into the suite's form of an answer. Never timed. */
  answer(result: unknown, input: Input): unknown;
}

/** An implementation under measurement. */
export interface OperationEngine<C extends Case = Case, Input = unknown> {
  /** Builds what the case needs (tables, templates), or says why it cannot. */
  prepare(benchmark: C): Operation<Input> | { readonly cannot: string };
}

/** An engine's line in the suite's table. The module is loaded only in the process that measures it. */
export interface EngineEntry<Engine> {
  readonly name: string;
  /** What is unequal or special about the row; printed with the table. */
  readonly note?: string;
  /** Packages whose versions belong to the result. */
  readonly packages: readonly string[];
  /** True for Watt's own: `bench:compare` measures these. */
  readonly own?: boolean;
  load(): Promise<Engine>;
}

/** The inputs of one case, rotated through by the loop. */
export interface Inputs<Input = unknown> {
  /** At least 1,024 inputs, as different as the case allows; 256 where one holds hundreds of values, 64 where thousands. */
  readonly list: readonly Input[];
  /** Operations in one timed batch; divides the list's length. */
  readonly batch: number;
  /** Gives inputs [from, to) strings that were never hashed nor internalized. Called before each batch, never timed. */
  refresh?(from: number, to: number): void;
  /** The answer that every engine must give. */
  expected(index: number): unknown;
}

interface SuiteHead<C extends Case, Engine> {
  readonly name: string;
  readonly title: string;
  /** What the numbers do not show. Printed before the numbers. */
  readonly caveats: readonly string[];
  /** The engine that ratios refer to. */
  readonly reference: string;
  readonly goals?: readonly Goal[];
  readonly cases: readonly C[];
  readonly engines: readonly EngineEntry<Engine>[];
}

/** A suite of in-process operations, measured in nanoseconds and bytes. */
export interface OperationSuite<C extends Case = Case, Input = unknown> extends SuiteHead<
  C,
  OperationEngine<C, Input>
> {
  readonly kind: "operation";
  /**
   * What one process of an engine measures: every case, or less where code is compiled by what it met before.
   * @defaultValue "whole"
   */
  readonly processes?: "whole" | "by group" | "by case";
  inputs(benchmark: C, random: Random): Inputs<Input>;
}

/** One request of a socket case and the answer it must get. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A row of a socket suite. */
export interface SocketCase extends Case {
  /** Media type that the answer must have, without parameters. */
  readonly type: string;
  readonly status: number;
  /** The requests that connections rotate through. */
  exchanges(random: Random): readonly Exchange[];
}

/** A server that answers every case of its suite. */
export interface SocketEngine {
  /** Listens on 127.0.0.1 on a free port. */
  start(): Promise<{ readonly port: number; close(): Promise<void> }>;
}

/** A suite of servers, driven over sockets, measured in CPU time per request. */
export interface SocketSuite extends SuiteHead<SocketCase, SocketEngine> {
  readonly kind: "socket";
}

/** What one run of a task found: one number for each metric of the suite. */
export type TaskFigures = Readonly<Record<string, number>>;

/** How long a task may measure, and from what it makes its inputs. */
export interface TaskEffort {
  readonly warmupMs: number;
  readonly measureMs: number;
  readonly seed: number;
}

/** An engine that does a whole job and takes its own figures: threads, long-lived state, pauses. */
export interface TaskEngine<C extends Case = Case> {
  /** Does the job, checks its outcome (throws when it is wrong), or says why it cannot. */
  run(benchmark: C, effort: TaskEffort): Promise<TaskFigures | { readonly cannot: string }>;
}

/** A suite of jobs, each run in a process of its own. */
export interface TaskSuite<C extends Case = Case> extends SuiteHead<C, TaskEngine<C>> {
  readonly kind: "task";
  /** What the engines report, in the order of the tables. */
  readonly metrics: readonly { readonly name: string; readonly title: string; readonly explained: string }[];
}

export type Suite = OperationSuite | SocketSuite | TaskSuite;
