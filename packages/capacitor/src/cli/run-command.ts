import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkFile, type CheckOptions, type CommandIo, MISUSE } from "./check-file.ts";
import { compileFile } from "./compile-file.ts";

const USAGE = `Usage: capacitor check <file> [options]
       capacitor compile <file> [options]

The file is imported. It exports a router, an array of { method, pattern, source?, value? }, an
object with routes, or (as default, router, routes, or what --export names) a function that returns
one of these.

check looks for mistakes: duplicates, routes that are never reached, routes that are told apart by
rank alone.

  --max-warnings <n>   more warnings than this are a failure, too
  --notes              show what is only good to know
  --order              list the routes, the most specific first
  --json               write the report as JSON

compile makes a module of the routes, with its types, and a file that loadRouter opens.

  --out <file>         the module; else <file>.compiled.js, where there is no --image
  --image <file>       the file for loadRouter
  --values <module>    what the module is to import the values from: it then exports a router
  --code, --no-code    whether the module holds code for its table; else by the size of the table

Both:

  --export <name>      the export with the routes; else default, router, routes, or the only one
  --verbose            show where an error of the file comes from
  --help, --version

Exit codes: 0, no errors; 1, the routes have some; 2, wrong usage, or a file that cannot be loaded
or written.
`;

const BOTH = {
  export: { type: "string" },
  verbose: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

const COMMANDS = {
  check: {
    "max-warnings": { type: "string" },
    notes: { type: "boolean" },
    order: { type: "boolean" },
    json: { type: "boolean" },
  },
  compile: {
    out: { type: "string" },
    image: { type: "string" },
    values: { type: "string" },
    code: { type: "boolean" },
  },
} as const;

const OPTIONS = { ...BOTH, ...COMMANDS.check, ...COMMANDS.compile } as const;

/**
 * The command line of the package. Writes nothing but by `io`, and does not end the process.
 *
 * @param args what follows the name of the program.
 * @returns the exit code; see the usage.
 */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const config = { options: OPTIONS, allowPositionals: true, allowNegative: true } as const;
    const { values, positionals } = parseArgs({ args: [...args], ...config });
    if (values.help) return say(io, USAGE);
    if (values.version) return say(io, `${version()}\n`);
    const [command, file, ...more] = positionals;
    if (command !== "check" && command !== "compile") {
      return misuse(io, command === undefined ? "no command" : `no such command: ${command}`);
    }
    if (file === undefined) return misuse(io, `no file to ${command}`);
    if (more.length > 0) return misuse(io, `one file at a time, not ${more.join(" ")} as well`);
    const foreign = Object.keys(values).find((name) => !(name in BOTH) && !(name in COMMANDS[command]));
    if (foreign !== undefined) return misuse(io, `${command} has no option --${foreign}`);
    const { export: name, verbose, out, image, code, values: from } = values;
    if (command === "compile") return await compileFile(file, { name, out, image, code, values: from, verbose }, io);
    const limit = values["max-warnings"];
    if (limit !== undefined && !/^\d+$/.test(limit)) return misuse(io, `--max-warnings takes a number, not ${limit}`);
    const { json, notes, order } = values;
    const flags = { json, notes, order, verbose } satisfies Partial<Record<keyof CheckOptions, unknown>>;
    return await checkFile(file, { name, maxWarnings: limit === undefined ? Infinity : Number(limit), ...flags }, io);
  } catch (error) {
    // What parseArgs says of options that it does not know.
    if (error instanceof TypeError && "code" in error) return misuse(io, error.message);
    throw error;
  }
}

function say(io: CommandIo, text: string): number {
  io.out(text);
  return 0;
}

function misuse(io: CommandIo, problem: string): number {
  io.err(`capacitor: ${problem}\nTry capacitor --help.\n`);
  return MISUSE;
}

function version(): string {
  // As far from the root in src/ as in dist/.
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
