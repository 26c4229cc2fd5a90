/** What checked mode knows of one allocation, slot or buffer. */
export interface Allocation {
  /** Counts the allocations of one owner, from 1. */
  readonly serial: number;
  /** What the caller called it. */
  readonly name: string | undefined;
  readonly bytes: number;
  readonly offset: number;
  /** `file:line` of the caller, as far as the engine's stack tells it. */
  readonly site: string;
}

/** Frames that are looked at: our own are skipped, and they are few. */
const FRAMES = 8;

/** Notes an allocation and who asked for it. About a microsecond: the stack is turned into text only when asked. */
export function noteAllocation(serial: number, bytes: number, offset: number, name: string | undefined): Allocation {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const trace = new Error("taken");
  Error.stackTraceLimit = limit;
  return {
    serial,
    name,
    bytes,
    offset,
    get site(): string {
      return siteOf(trace.stack ?? "");
    },
  };
}

/** `allocation #3 "row" (24 bytes at 64, taken at file:line)`. */
export function describeAllocation(allocation: Allocation): string {
  const { bytes, offset, site } = allocation;
  return `allocation ${title(allocation)} (${bytes} bytes at ${offset}, taken at ${site})`;
}

/** `#3 "row" (file:line)`, without the folders: several stand in one message. */
export function listAllocation(allocation: Allocation): string {
  return `${title(allocation)} (${allocation.site.replace(/^.*[/\\]/, "")})`;
}

function title({ serial, name }: Allocation): string {
  return name === undefined ? `#${serial}` : `#${serial} "${name}"`;
}

// The first place outside of this package: in the sources its folder, in a bundle the file.
function siteOf(stack: string): string {
  const places = [...stack.matchAll(/([^\s()@]+:\d+):\d+\)?$/gm)].map((match) => match[1] as string);
  const own = (places[0] ?? "").replace(/:\d+$/, "").replace(/check\/allocation\.[cm]?[jt]s$/, "");
  return (places.find((place) => !place.startsWith(own)) ?? "an unknown place").replace(/^file:\/\//, "");
}
