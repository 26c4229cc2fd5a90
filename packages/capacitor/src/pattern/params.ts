/** The params of a pattern, as types: each a name, what it is read as, and whether it may be absent. */
type Entry = readonly [name: string, value: unknown, isOptional: boolean];

type Letter =
  | ("a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "j" | "k" | "l" | "m")
  | ("n" | "o" | "p" | "q" | "r" | "s" | "t" | "u" | "v" | "w" | "x" | "y" | "z");
type Word = Letter | Uppercase<Letter> | "_" | "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type Special = "\\" | "[" | "(" | "*" | "+" | "?" | "{" | "%";
type Text = "alpha" | "alnum" | "hex" | "slug" | "uuid";

// Groups open at the end of a piece between slashes, and close there.
type Entries<P extends string, Depth extends readonly 0[] = []> = P extends `${infer Piece}/${infer Rest}`
  ? PieceEntries<Piece, Depth> | Entries<Rest, DepthAfter<Piece, Depth>>
  : PieceEntries<P, Depth>;

type DepthAfter<S extends string, Depth extends readonly 0[]> = S extends `${infer Start}{`
  ? DepthAfter<Start, [...Depth, 0]>
  : S extends `${infer Start}}?`
    ? DepthAfter<Start, Depth extends readonly [0, ...infer Less extends readonly 0[]] ? Less : []>
    : Depth;

type PieceEntries<S extends string, Depth extends readonly 0[]> = S extends `${infer Start}{` | `${infer Start}}?`
  ? PieceEntries<Start, Depth>
  : S extends `*${infer Name}`
    ? [Name, string, Depth extends [] ? false : true]
    : Named<S, Depth extends [] ? false : true>;

type Named<S extends string, IsOptional extends boolean> = S extends `${string}:${infer Rest}`
  ? TakeName<Rest> extends [infer Name extends string, infer After extends string]
    ? After extends "?"
      ? [Name, string, true]
      : After extends `(${infer Constraint}`
        ? Constrained<Name, TakeConstraint<Constraint>, IsOptional>
        : [Name, string, IsOptional] | Named<After, IsOptional>
    : never
  : never;

type Constrained<Name extends string, Taken, IsOptional extends boolean> = Taken extends [
  infer Constraint extends string,
  infer After extends string,
]
  ? [Name, ValueOf<Constraint>, After extends "?" ? true : IsOptional] | Named<After, IsOptional>
  : never;

type TakeName<S extends string, Name extends string = ""> = S extends `${infer First extends Word}${infer Rest}`
  ? TakeName<Rest, `${Name}${First}`>
  : [Name, S];

// Up to the parenthesis that closes.
type TakeConstraint<
  S extends string,
  Taken extends string = "",
  Depth extends readonly 0[] = [],
> = S extends `${infer First}${infer Rest}`
  ? First extends ")"
    ? Depth extends readonly [0, ...infer Less extends readonly 0[]]
      ? TakeConstraint<Rest, `${Taken})`, Less>
      : [Taken, Rest]
    : TakeConstraint<Rest, `${Taken}${First}`, First extends "(" ? [...Depth, 0] : Depth>
  : [Taken, S];

type ValueOf<Constraint extends string> = Constraint extends "int"
  ? number
  : Constraint extends Text | `${string}${Special}${string}`
    ? string
    : Choice<Constraint>;

type Choice<S extends string> = S extends `${infer First}|${infer Rest}` ? First | Choice<Rest> : S;

type Simplify<T> = { [Key in keyof T]: T[Key] };
type NameOf<E, IsOptional extends boolean> = E extends readonly [infer Name extends string, unknown, IsOptional]
  ? Name
  : never;
type ValueIn<E extends Entry, Name extends string> = Extract<E, readonly [Name, unknown, boolean]>[1];

type ParamsOf<E extends Entry> = Simplify<
  { [Name in NameOf<E, false>]: ValueIn<E, Name> } & { [Name in NameOf<E, true>]?: ValueIn<E, Name> }
>;

/** The param names of a pattern, as a union of literals; `string` when the pattern is not a literal. */
export type ParamNames<P extends string> = string extends P ? string : Entries<P>[0];

/** The names of those params that are always there. */
export type RequiredParamNames<P extends string> = string extends P ? never : NameOf<Entries<P>, false>;

/**
 * The params of a pattern: `Params<"/users/:id(int)/files/*path">` is `{ id: number; path: string }`. What stands in an
 * optional part is optional, and a choice of words is a union of them. A pattern that is not a literal gives
 * `Record<string, string | number>`.
 */
export type Params<P extends string> = string extends P ? Record<string, string | number> : ParamsOf<Entries<P>>;
