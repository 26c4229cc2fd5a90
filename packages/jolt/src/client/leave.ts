// A navigation that ends in a download never leaves the page.
const PATIENCE_MS = 10_000;

/**
 * Full navigation, within this origin; an empty address reloads.
 *
 * @returns a promise that is fulfilled when the page is left, so that a button stays disabled until then;
 *   `undefined` for an address that is not of this origin.
 */
export function leave(address: string): Promise<unknown> | undefined {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined;
  // Origins compare the scheme too: javascript: and data: have none that a page could share.
  if (url?.origin !== location.origin) return undefined;
  const here = location.href.split("#")[0];
  if (address) location.assign(url);
  // Why: going to a place on the same page would only scroll, and what is on the page is old.
  if (!address || (url.hash && url.href.split("#")[0] === here)) location.reload();
  return new Promise((done) => {
    addEventListener("pagehide", done, { once: true });
    setTimeout(done, PATIENCE_MS);
  });
}
