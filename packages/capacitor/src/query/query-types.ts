import type { Refused } from "../pattern/params.ts";
import type { QueryValue } from "./field.ts";

/** A field of a query: how its name is spelled, what it is read as, and whether it has to be there. */
type Entry = readonly [name: string, value: unknown, presence: "required" | "default" | "optional"];

interface Types {
  string: string;
  int: number;
  number: number;
  bool: boolean;
}

// Why spaces only, and other white space made spaces first: trying each kind at each end costs twice as much. Why one kind
// after the other: a template with a union is inferred from in all ways at once, and those multiply.
type Trim<S extends string> = S extends ` ${infer Rest}` ? Trim<Rest> : S extends `${infer Rest} ` ? Trim<Rest> : S;
type Flat<S extends string> = S extends `${infer Head}\n${infer Tail}`
  ? Flat<`${Head} ${Tail}`>
  : S extends `${infer Head}\t${infer Tail}`
    ? Flat<`${Head} ${Tail}`>
    : S;

// True when a quote is open at the end; a doubled one closes and opens.
type IsOpen<S extends string> = S extends `${string}'${infer Rest}`
  ? Rest extends `${string}'${infer More}`
    ? IsOpen<More>
    : true
  : false;

// At the first `Mark` outside of quotes. Most texts have no quotes, and are spared the counting.
type Cut<S extends string, Mark extends string> = S extends `${infer Head}${Mark}${infer Tail}`
  ? Head extends `${string}'${string}`
    ? CutQuoted<S, Mark>
    : [Head, Tail]
  : [S];

type CutQuoted<
  S extends string,
  Mark extends string,
  Taken extends string = "",
> = S extends `${infer Head}${Mark}${infer Tail}`
  ? IsOpen<`${Taken}${Head}`> extends true
    ? CutQuoted<Tail, Mark, `${Taken}${Head}${Mark}`>
    : [`${Taken}${Head}`, Tail]
  : [`${Taken}${S}`];

type Unquote<S extends string> = S extends `'${infer Text}'` ? Undouble<Text> : S;
type Undouble<S extends string> = S extends `${infer Head}''${infer Tail}` ? `${Head}'${Undouble<Tail>}` : S;

// Tail calls, so that a text may have hundreds of fields.
type Entries<S extends string, Found = never> =
  Cut<S, ","> extends [infer Head extends string, infer Tail extends string]
    ? Entries<Tail, Found | FieldOf<Trim<Head>, Found>>
    : Found | FieldOf<Trim<S>, Found>;

type FieldOf<S extends string, Found> = S extends ""
  ? never
  : S extends `${string}=${string}`
    ? Cut<S, "="> extends [infer Head extends string, infer Default extends string]
      ? Typed<Trim<Head>, Trim<Default>, Found>
      : Typed<S, undefined, Found>
    : Typed<S, undefined, Found>;

type Typed<S extends string, Default extends string | undefined, Found> =
  Cut<S, ":"> extends [infer Name extends string, infer Type extends string]
    ? Named<Trim<Name>, ValueOf<Trim<Type>>, Trim<Type>, Default, Found>
    : Named<S, string, "string", Default, Found>;

type Named<S extends string, Value, Type extends string, Default, Found> = S extends `${infer Start}?`
  ? Default extends string
    ? Refused<"what is optional has no default">
    : Value extends readonly unknown[]
      ? Refused<"a list is never absent, only empty">
      : Entered<Unquote<Trim<Start>>, Value, "optional", Found>
  : Default extends string
    ? Unquote<Default> extends DefaultOf<Value, Type>
      ? Entered<Unquote<S>, Value, "default", Found>
      : Refused<`the default ${Default} is not ${Type}`>
    : Entered<Unquote<S>, Value, Value extends readonly unknown[] ? "default" : "required", Found>;

type Entered<Name extends string, Value, Presence, Found> = [Value] extends [Refused<string>]
  ? Value
  : Name extends (Found extends Entry ? Found[0] : never)
    ? Refused<`'${Name}' is there twice`>
    : [Name, Value, Presence];

type ValueOf<Type extends string> = Type extends keyof Types
  ? Types[Type]
  : Cut<Type, "["> extends [infer One extends string, string]
    ? ListOf<ValueOf<Trim<One>>>
    : Type extends `${infer Base extends "string" | "int" | "number"}(${string})`
      ? Types[Base]
      : WordsOf<Type>;

type ListOf<One> = [One] extends [Refused<string>] ? One : readonly One[];

type WordsOf<Type extends string> = Type extends `(${infer Inner})`
  ? WordsOf<Inner>
  : Type extends `${string}|${string}` | `'${string}'`
    ? Words<Type>
    : Refused<`there is no type '${Type}'`>;

type Words<S extends string, Found extends string = never> =
  Cut<S, "|"> extends [infer Head extends string, infer Tail extends string]
    ? Words<Tail, Found | Unquote<Trim<Head>>>
    : Found | Unquote<Trim<S>>;

// How a default is written; `never` for a list.
type DefaultOf<Value, Type extends string> = Value extends boolean
  ? "true" | "false" | "1" | "0" | "on" | "off"
  : Value extends number
    ? Type extends `int${string}`
      ? `${bigint}`
      : `${number}`
    : Value;

// What is optional and absent is a property, too, which is `undefined`.
type ValuesOf<E> = Simplify<
  { readonly [One in Extract<E, readonly [string, unknown, "required" | "default"]> as One[0]]: One[1] } & {
    readonly [One in Extract<E, readonly [string, unknown, "optional"]> as One[0]]?: One[1] | undefined;
  }
>;

type InputOf<E> = Simplify<
  { readonly [One in Extract<E, readonly [string, unknown, "required"]> as One[0]]: One[1] } & {
    readonly [One in Extract<E, readonly [string, unknown, "default" | "optional"]> as One[0]]?: One[1] | undefined;
  }
>;

type Simplify<T> = { [Key in keyof T]: T[Key] };

/**
 * What `query(text)` reads: `QueryValues<"q, page: int = 1, sort?: new|old">` is
 * `{ readonly q: string; readonly page: number; readonly sort?: "new" | "old" | undefined }`. A text that is not a literal
 * gives a record.
 */
export type QueryValues<Q extends string> =
  {} extends Record<Q, unknown>
    ? Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>
    : ValuesOf<Entries<Flat<Q>>>;

/** What a query is written from: as `QueryValues`, but what has a default, and a list, may be left out. */
export type QueryInput<Q extends string> =
  {} extends Record<Q, unknown>
    ? Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>
    : InputOf<Entries<Flat<Q>>>;

/** `unknown` for a text that can be read, as far as its type shows; else what is wrong with it. */
export type QueryCheck<Q extends string> =
  {} extends Record<Q, unknown>
    ? unknown
    : Extract<Entries<Flat<Q>>, Refused<string>> extends never
      ? unknown
      : Extract<Entries<Flat<Q>>, Refused<string>>;
