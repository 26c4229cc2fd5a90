/** Names of the protocol's headers. The first three are sent by the client, the others by the server. */
export const HEADER = {
  /** `1`: a fragment is wanted. */
  request: "Jolt",
  /** Request: id of the target, percent-encoded. Response: selector of another target for the main content. */
  target: "Jolt-Target",
  /** Id of the element that made the request, percent-encoded. */
  source: "Jolt-Source",
  /** Another swap token for the main content. */
  swap: "Jolt-Swap",
  /** Full navigation to this address of the same origin; empty: reload. */
  redirect: "Jolt-Redirect",
  /** The token of the page's `<meta name="csrf-token">`, sent to the same origin only. */
  csrf: "X-CSRF-Token",
} as const;

/** Value of the `Jolt` request header when a fragment is wanted. */
export const FRAGMENT = "1";
