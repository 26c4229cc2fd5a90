import type { Html } from "@watt/conduit";
import { FRAGMENT, HEADER } from "../protocol/index.ts";
import { checkContent } from "./check-html.ts";
import { checkLocation, type RedirectOptions } from "./check-location.ts";
import type { Part } from "./envelope.ts";
import { JoltAnswer } from "./jolt-answer.ts";
import { Parts } from "./parts.ts";

/** As much of a request as jolt reads. A web `Request` is one. */
export interface JoltRequest {
  readonly headers: { get(name: string): string | null };
}

/**
 * Reads who asks, and begins the answer that fits: a fragment or an envelope for Jolt, a page or a redirect for a
 * browser without it. The seven methods of the swap table begin an answer for Jolt alone.
 */
export class Jolt extends Parts {
  /** Whether a fragment is wanted (`Jolt: 1`). */
  readonly is: boolean;
  readonly #request: JoltRequest;

  /** @internal */
  constructor(request: JoltRequest) {
    super();
    this.#request = request;
    this.is = request.headers.get(HEADER.request) === FRAGMENT;
  }

  /** Id of the element that the page wants changed, if it has one. Not to be trusted: a client wrote it. */
  get target(): string | undefined {
    return readId(this.#request, HEADER.target);
  }

  /** Id of the element that made the request, if it has one. Not to be trusted: a client wrote it. */
  get source(): string | undefined {
    return readId(this.#request, HEADER.source);
  }

  /**
   * The whole page for a browser, the fragment for Jolt. Only the one that is sent is made.
   *
   * @param status of both. Jolt swaps answers of 2xx, 400, 409 and 422; see `JoltAnswer.into` for others.
   */
  page(full: () => Html, fragment: () => Html, status = 200): JoltAnswer {
    return this.#page("page", full, fragment, status);
  }

  /** A refused form (422): the fragment for Jolt, and for a browser the whole page with what was typed still in it. */
  invalid(full: () => Html, fragment: () => Html): JoltAnswer {
    return this.#page("invalid", full, fragment, 422);
  }

  /**
   * The answer to a change. A browser is sent to `url` (303, so that reload does not repeat the change). Jolt gets
   * the changes that are chained to it, and stays where it is; with nothing chained it goes to `url` as well.
   *
   * @example return jolt(request).redirect("/").append("#list", row).replace("#count", count);
   * @throws WATT_JOLT_BAD_URL for an address that leaves the site, unless `{ external: true }`.
   */
  redirect(url: string, options?: RedirectOptions): JoltAnswer {
    return new JoltAnswer({ is: this.is, status: 200, location: checkLocation(url, options) });
  }

  protected override add(part: Part): JoltAnswer {
    return new JoltAnswer({ is: this.is, status: 200 }, [part]);
  }

  #page(method: string, full: () => Html, fragment: () => Html, status: number): JoltAnswer {
    return new JoltAnswer({
      is: this.is,
      status,
      full: checkContent(method, full),
      main: checkContent(method, fragment),
    });
  }
}

/** Reads the protocol's headers of one request. O(1); reads headers by name, nothing else. */
export function jolt(request: JoltRequest): Jolt {
  return new Jolt(request);
}

function readId(request: JoltRequest, header: string): string | undefined {
  try {
    return decodeURIComponent(request.headers.get(header) ?? "") || undefined;
  } catch {
    return undefined; // Not what the client writes, so there is no id.
  }
}
