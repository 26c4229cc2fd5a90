import { registry } from "./registry.ts";

/** A URL that is written as it is. Made by `rawUrl` only. */
export class TrustedUrl {
  declare private readonly nominal: never;
}

/** The text of each trusted value of this process. */
export const trustedUrls: WeakMap<object, string> = registry("trusted-url");

/**
 * Says that `url` is safe whatever its scheme: `img({ src: rawUrl("data:image/png;base64,…") })`, a `blob:` or an app's own.
 * Never give it anything that a person typed.
 */
export function rawUrl(url: string): TrustedUrl {
  const trusted = new TrustedUrl();
  Object.freeze(trusted);
  trustedUrls.set(trusted, url);
  return trusted;
}
