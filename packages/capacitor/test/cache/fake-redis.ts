interface Held {
  value: string;
  expires: number;
}

/** A server that knows the commands of the guide's store, with their semantics, and answers a turn later. */
export class FakeRedis {
  readonly #held: Map<string, Held> = new Map();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keys that have not expired. */
  get keys(): string[] {
    return [...this.#held.keys()].filter((key) => this.#get(key) !== null);
  }

  async send(command: string, args: string[]): Promise<unknown> {
    await Promise.resolve();
    return this.#run(command, args);
  }

  #run(command: string, args: readonly string[]): unknown {
    const [key = "", second = "", ...rest] = args;
    if (args.length === 0 || args.some((arg) => typeof arg !== "string")) throw new Error("ERR wrong arguments");
    switch (command) {
      case "GET":
        return this.#get(key);
      case "MGET":
        return args.map((name) => this.#get(name));
      case "SET":
        return this.#set(key, second, rest);
      case "DEL":
        return args.filter((name) => this.#get(name) !== null && this.#held.delete(name)).length;
      case "INCRBY":
        return this.#incrementBy(key, second);
      case "EVAL":
        return this.#eval(args);
      default:
        throw new Error(`ERR unknown command ${command}`);
    }
  }

  #get(key: string): string | null {
    const held = this.#held.get(key);
    return held === undefined || held.expires <= this.#now() ? null : held.value;
  }

  #set(key: string, value: string, options: readonly string[]): "OK" | null {
    let expires = Infinity;
    let isNew = false;
    for (let i = 0; i < options.length; i++) {
      if (options[i] === "NX") isNew = true;
      else if (options[i] === "PX") {
        const time = options[++i] ?? "";
        if (!/^[1-9]\d*$/.test(time)) throw new Error("ERR invalid expire time in 'set' command");
        expires = this.#now() + Number(time);
      } else throw new Error("ERR syntax error");
    }
    if (isNew && this.#get(key) !== null) return null;
    this.#held.set(key, { value, expires });
    return "OK";
  }

  #incrementBy(key: string, by: string): number {
    const value = this.#get(key) ?? "0";
    if (![value, by].every((text) => /^-?(0|[1-9]\d*)$/.test(text))) {
      throw new Error("ERR value is not an integer or out of range");
    }
    const sum = String(BigInt(value) + BigInt(by));
    const expires = this.#get(key) === null ? Infinity : (this.#held.get(key)?.expires ?? Infinity);
    this.#held.set(key, { value: sum, expires });
    return Number(sum);
  }

  // A script of calls one after another, as the guide has it. Nothing comes between them.
  #eval([script = "", count = "0", ...rest]: readonly string[]): unknown {
    const keys = rest.slice(0, Number(count));
    const values = rest.slice(Number(count));
    let answer: unknown = null;
    for (const [, list = ""] of script.matchAll(/redis\.call\(([^)]*)\)/g)) {
      const [command = "", ...args] = list.split(",").map((part) => {
        const [, table, index = "0"] = /^(KEYS|ARGV)\[(\d+)\]$/.exec(part.trim()) ?? [];
        const place = Number(index) - 1;
        return (
          (table === "KEYS" ? keys[place] : table === "ARGV" ? values[place] : part.trim().replaceAll('"', "")) ?? ""
        );
      });
      answer = this.#run(command, args);
    }
    return answer;
  }
}
