import { type ChildProcess, fork } from "node:child_process";

/** A process that answers each message with one message. */
export interface Child {
  ask(question: unknown, limitMs: number): Promise<unknown>;
  /** Ends the process and waits until it has gone. */
  stop(): Promise<void>;
}

interface Options {
  readonly words: readonly string[];
  readonly cwd: string;
  readonly nodeFlags: readonly string[];
}

/** Core 0 serves, core 1 loads. */
export type Core = 0 | 1;

/** Forks a module as a child that answers questions. With `core`, `taskset` keeps it on that core. */
export function startChild(module: string, { words, cwd, nodeFlags }: Options, core: Core | undefined): Child {
  const pinned = core === undefined ? undefined : ["-c", String(core), process.execPath];
  const child = fork(module, [...words], {
    cwd,
    ...(pinned && { execPath: "taskset" }),
    execArgv: [...(pinned ?? []), ...nodeFlags],
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return { ask: (question, limitMs) => ask(child, question, limitMs), stop: () => stop(child) };
}

function ask(child: ChildProcess, question: unknown, limitMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit).off("error", onError);
      act();
    };
    const onMessage = (answer: unknown): void =>
      settle(() => (isFailure(answer) ? reject(new Error(answer.error)) : resolve(answer)));
    const onExit = (code: number | null): void =>
      settle(() => reject(new Error(`the process ended with code ${code}`)));
    const onError = (error: Error): void => settle(() => reject(error));
    const timer = setTimeout(() => settle(() => reject(new Error(`no answer within ${limitMs} ms`))), limitMs);
    child.on("message", onMessage).on("exit", onExit).on("error", onError);
    child.send(question as object);
  });
}

function isFailure(answer: unknown): answer is { error: string } {
  return typeof answer === "object" && answer !== null && "error" in answer && typeof answer.error === "string";
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
