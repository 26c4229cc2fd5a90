import { devError } from "./errors.ts";
import { explain } from "./explain.ts";
import { isOf } from "./nesting/namespaces.ts";
import { nearest } from "./nearest.ts";
import { implicitRoles, prohibited, roles } from "./standards.ts";

/**
 * Checks the role of an element: that one of those it was given exists, and that no attribute is forbidden by the one that counts, or by
 * the one that the element has by itself. O(attributes).
 *
 * @see https://w3c.github.io/aria/#prohibitedattributes
 * @throws WATT_CONDUIT_ROLE_UNKNOWN, WATT_CONDUIT_ROLE_ATTRIBUTE
 */
export function checkRole(tag: string, attributes: Readonly<Record<string, unknown>>): void {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  const role = roleOf(tag, written.find(([name]) => name.toLowerCase() === "role")?.[1]);
  const forbidden = role === undefined ? undefined : prohibited[role];
  const [name] = written.find(([name]) => forbidden?.has(name.toLowerCase())) ?? [];
  if (name === undefined) return;
  const instead = isOf(tag, "html") ? "group or region" : "img";
  throw explain(devError("WATT_CONDUIT_ROLE_ATTRIBUTE", { tag, name, role, instead }));
}

/** The role that counts: the first of a list that exists, else the element's own. */
function roleOf(tag: string, given: unknown): string | undefined {
  const names = typeof given === "string" ? given.toLowerCase().split(/\s+/).filter(Boolean) : [];
  if (names.length === 0) return Object.hasOwn(implicitRoles, tag) ? implicitRoles[tag] : undefined;
  const role = names.find((name) => roles.has(name));
  if (role !== undefined) return role;
  const near = nearest(names[0]!, roles);
  const instead = near === undefined ? "Use a role of WAI-ARIA, or none." : `Did you mean ${near}?`;
  throw explain(devError("WATT_CONDUIT_ROLE_UNKNOWN", { tag, role: given, instead }));
}
