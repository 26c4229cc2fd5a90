import type { ExecutorName } from "../api.ts";
import type { Image } from "../image/image.ts";

/** `walk` found no route, and there is none. */
export const NO_ROUTE = -1;
/** There may be a route for another spelling of the path, or for what stands before its query. */
export const ODD_CHARACTER = -2;

/** What finds the route of a path among those that are not static. All of them answer the same. */
export interface Executor {
  readonly name: ExecutorName;
  readonly image: Image;
  /** Start and end of each segment of the path that is no text. Overwritten by the next walk. */
  readonly offsets: Int32Array;
  /**
   * The id of the route, `NO_ROUTE` or `ODD_CHARACTER`.
   *
   * A route found without `canonical` is the right one for a path of any spelling: its literals were compared with
   * canonical text, so nothing in them could be spelled otherwise, and its params hold plain characters only. That
   * nothing was found is said only of a path that is canonical as it stands.
   *
   * @param path begins with `/`.
   * @param column the method's column in the image.
   * @param canonical whether `path` is known to be canonical, without query and hash.
   */
  walk(path: string, column: number, canonical: boolean): number;
}
