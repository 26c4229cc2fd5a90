/** What the names of jolt's attributes begin with. */
export const PREFIX = "jolt-";

/** Verbs, each an attribute (`jolt-post="/todos"`) and, in upper case, an HTTP method. */
export const VERBS = ["get", "post", "put", "patch", "delete"] as const;

/** A verb, as written in an attribute's name. */
export type Verb = (typeof VERBS)[number];

/** Attributes beside the verbs. */
export const ATTRIBUTES = ["target", "swap", "trigger"] as const;
