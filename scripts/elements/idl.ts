import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { type AttributeMemberType, type IDLRootType, parse } from "webidl2";

/** A content attribute that an interface's property reflects. */
export interface Reflected {
  readonly name: string;
  readonly kind: "Text" | "Flag" | "Url" | "SourceSet";
}

const require = createRequire(import.meta.url);

interface Interface {
  readonly parent: string | null;
  readonly members: readonly AttributeMemberType[];
}

/**
 * The interfaces of a standard, and what they reflect. Partial interfaces are left out: they hold what is obsolete, and
 * what other standards add.
 */
export class Interfaces {
  readonly #interfaces = new Map<string, Interface>();
  readonly #includes = new Map<string, string[]>();

  /** @param standard - name of its file in @webref/idl */
  constructor(standard: string) {
    for (const definition of parse(readFileSync(require.resolve(`@webref/idl/${standard}.idl`), "utf8")))
      this.#add(definition);
  }

  #add(definition: IDLRootType): void {
    if (definition.type === "includes") {
      const all = this.#includes.get(definition.target) ?? [];
      this.#includes.set(definition.target, [...all, definition.includes]);
    } else if ((definition.type === "interface" || definition.type === "interface mixin") && !definition.partial) {
      const members: AttributeMemberType[] = [];
      for (const member of definition.members) if (member.type === "attribute") members.push(member);
      const parent = definition.type === "interface" ? definition.inheritance : null;
      this.#interfaces.set(definition.name, { parent, members });
    }
  }

  /** What an interface reflects, by itself and by its mixins and parents up to and without `end`. */
  reflectedBy(name: string, end?: string): Reflected[] {
    const own = this.#interfaces.get(name);
    if (own === undefined || name === end) return [];
    return [
      ...(own.parent === null ? [] : this.reflectedBy(own.parent, end)),
      ...(this.#includes.get(name) ?? []).flatMap((mixin) => this.reflectedBy(mixin)),
      ...own.members.flatMap(reflected),
    ];
  }
}

/** Handlers that a mixin has, those included that other standards add to it. */
export function handlersOf(mixin: string, standards: readonly string[]): string[] {
  const definitions = standards.flatMap((standard) =>
    parse(readFileSync(require.resolve(`@webref/idl/${standard}.idl`), "utf8")),
  );
  const own = definitions.flatMap((one) => (one.type === "interface mixin" && one.name === mixin ? one.members : []));
  return own.flatMap((member) => (member.type === "attribute" ? [member.name] : []));
}

// `[Reflect]`, `[Reflect="name"]`, `[ReflectURL]`, `[ReflectSetter]` and so on.
function reflected({ name, extAttrs, idlType }: AttributeMemberType): Reflected[] {
  const reflects = extAttrs.find((one) => one.name.startsWith("Reflect") && !/Range|Default$/.test(one.name));
  if (reflects === undefined) return [];
  const given = reflects.rhs?.type === "string" ? (JSON.parse(reflects.rhs.value) as string) : undefined;
  const urls = /srcset/i.test(name) ? "SourceSet" : "Url";
  const kind = idlType.idlType === "boolean" ? "Flag" : idlType.idlType === "USVString" ? urls : "Text";
  return [{ name: given ?? name.toLowerCase(), kind }];
}
