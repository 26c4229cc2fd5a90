#!/usr/bin/env node
import { MISUSE } from "./check-file.ts";
import { runCommand } from "./run-command.ts";

// Nothing is left to do, and the file is still waiting for something.
process.once("beforeExit", () => {
  process.stderr.write("capacitor: the file never finished loading.\n");
  process.exitCode = MISUSE;
});

void runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  color: process.stdout.isTTY && !process.env["NO_COLOR"],
}).then((code) => {
  // Why so: a file that opens a server or a timer keeps the process alive; and what is written to a pipe goes out first.
  process.stdout.write("", () => process.exit(code));
});
