import { elementRoles, roles } from "aria-query";

/** What WAI-ARIA says about roles. */
export interface RoleData {
  /** Roles that may be written. */
  readonly names: readonly string[];
  /** Role → attributes that it forbids. */
  readonly prohibited: Readonly<Record<string, readonly string[]>>;
  /** Element → the one role that it has wherever it stands and whatever its attributes are, if that forbids any. */
  readonly implicit: Readonly<Record<string, string>>;
}

// https://w3c.github.io/aria/, of which the data knows the version before.
const NEW_ROLES = ["comment", "image", "sectionfooter", "sectionheader", "suggestion"];
// `none` is another name of `presentation`.
const SYNONYMS: Readonly<Record<string, string>> = { none: "presentation" };
// https://w3c.github.io/html-aam/#el-hgroup: it is a group by now.
const OUTDATED = ["hgroup"];

/** The roles, from WAI-ARIA's data. */
export function roleData(): RoleData {
  const known = [...roles.entries()].filter(([, { abstract }]) => !abstract);
  const names = [...known.map(([name]) => name as string), ...NEW_ROLES].toSorted();
  // Its types say that this is a record; it is a list.
  const forbiddenBy = (role: string): readonly string[] =>
    (roles.get(role as "generic")?.prohibitedProps ?? []) as unknown as readonly string[];
  const prohibited = names.flatMap((name) => {
    const attributes = forbiddenBy(SYNONYMS[name] ?? name);
    return attributes.length === 0 ? [] : [[name, attributes] as const];
  });
  const implicit = [...rolesByElement()].flatMap(([tag, found]) => {
    const role = found.length === 1 ? found[0] : undefined;
    return role !== undefined && forbiddenBy(role).length > 0 ? [[tag, role] as const] : [];
  });
  return {
    names,
    prohibited: Object.fromEntries(prohibited),
    implicit: Object.fromEntries(implicit.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Element → its roles; `undefined` for one that it has under conditions only. */
function rolesByElement(): Map<string, (string | undefined)[]> {
  const byElement = new Map<string, (string | undefined)[]>();
  for (const [{ name, attributes = [], constraints = [] }, found] of elementRoles.entries()) {
    if (OUTDATED.includes(name)) continue;
    const isPlain = attributes.length === 0 && constraints.length === 0;
    const all = [...found].map((role) => (isPlain ? role : undefined));
    byElement.set(name, [...(byElement.get(name) ?? []), ...all]);
  }
  return byElement;
}
