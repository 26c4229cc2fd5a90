import { loadSuite } from "../suites.ts";
import { answerQuestions } from "./answer-questions.ts";

/** CPU time of this process, all threads, in microseconds. */
export interface CpuReading {
  readonly cpuUs: number;
}

// Hosts the server of one engine: `host.ts <suite> <engine>`. Asked "start" it tells its port, asked "cpu" its time.
const [suiteName = "", engineName = ""] = process.argv.slice(2);

async function start(): Promise<{ port: number }> {
  const suite = await loadSuite(suiteName);
  if (suite.kind !== "socket") throw new Error(`Suite "${suiteName}" has no servers.`);
  const entry = suite.engines.find(({ name }) => name === engineName);
  if (entry === undefined) throw new Error(`Suite "${suiteName}" has no engine "${engineName}".`);
  const { port } = await (await entry.load()).start();
  return { port };
}

answerQuestions(async (question) => {
  if (question === "start") return start();
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system };
});
