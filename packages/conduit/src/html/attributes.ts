import type { AttributeValue } from "../api.ts";

type Text = string | number | null | undefined;
type Flag = boolean | null | undefined;
type Url = string | null | undefined;

/** Attributes that every element takes. `data-*` and `aria-*` are open; `on*` and `style` are not written at all. */
export interface GlobalAttributes {
  readonly accesskey?: Text;
  readonly autofocus?: Flag;
  readonly class?: Text | false;
  readonly contenteditable?: boolean | "plaintext-only" | null | undefined;
  readonly dir?: "ltr" | "rtl" | "auto" | null | undefined;
  readonly draggable?: Flag;
  readonly enterkeyhint?: "enter" | "done" | "go" | "next" | "previous" | "search" | "send" | null | undefined;
  readonly hidden?: boolean | "until-found" | null | undefined;
  readonly id?: Text;
  readonly inert?: Flag;
  readonly inputmode?: "none" | "text" | "tel" | "url" | "email" | "numeric" | "decimal" | "search" | null | undefined;
  readonly lang?: Text;
  readonly nonce?: Text;
  readonly popover?: "auto" | "manual" | "hint" | true | null | undefined;
  readonly role?: Text;
  readonly slot?: Text;
  readonly spellcheck?: Flag;
  readonly tabindex?: Text;
  readonly title?: Text;
  readonly translate?: "yes" | "no" | null | undefined;
  readonly [data: `data-${string}`]: AttributeValue;
  readonly [aria: `aria-${string}`]: AttributeValue;
}

interface Href {
  readonly href?: Url;
}
interface Source {
  readonly src?: Url;
}
interface Size {
  readonly width?: Text;
  readonly height?: Text;
}
interface Control {
  readonly disabled?: Flag;
  readonly form?: Text;
  readonly name?: Text;
}
interface Submitter {
  readonly formaction?: Url;
  readonly formenctype?: Enctype;
  readonly formmethod?: "get" | "post" | "dialog" | null | undefined;
  readonly formnovalidate?: Flag;
  readonly formtarget?: Text;
}
interface Editable extends Control {
  readonly autocomplete?: Text;
  readonly maxlength?: Text;
  readonly minlength?: Text;
  readonly placeholder?: Text;
  readonly readonly?: Flag;
  readonly required?: Flag;
}
interface Cell {
  readonly colspan?: Text;
  readonly headers?: Text;
  readonly rowspan?: Text;
}
type Enctype = "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain" | null | undefined;
type CrossOrigin = "anonymous" | "use-credentials" | null | undefined;
type Loading = "eager" | "lazy" | null | undefined;

/** Values of `<input type>`. */
export type InputType =
  | "button"
  | "checkbox"
  | "color"
  | "date"
  | "datetime-local"
  | "email"
  | "file"
  | "hidden"
  | "image"
  | "month"
  | "number"
  | "password"
  | "radio"
  | "range"
  | "reset"
  | "search"
  | "submit"
  | "tel"
  | "text"
  | "time"
  | "url"
  | "week";

/** Attributes of each element besides the global ones. @see https://html.spec.whatwg.org/#attributes-3 */
export interface OwnAttributes {
  readonly a: Href & {
    readonly download?: Text | true;
    readonly hreflang?: Text;
    readonly ping?: Url;
    readonly rel?: Text;
    readonly target?: Text;
    readonly type?: Text;
  };
  readonly button: Control &
    Submitter & {
      readonly popovertarget?: Text;
      readonly type?: "submit" | "reset" | "button" | null | undefined;
      readonly value?: Text;
    };
  readonly col: { readonly span?: Text };
  readonly details: { readonly name?: Text; readonly open?: Flag };
  readonly dialog: { readonly open?: Flag };
  readonly fieldset: Control;
  readonly form: {
    readonly "accept-charset"?: "utf-8" | null | undefined;
    readonly action?: Url;
    readonly autocomplete?: "on" | "off" | null | undefined;
    readonly enctype?: Enctype;
    /** `put`, `patch` and `delete` are sent as `post` with a hidden `_method` field. */
    readonly method?: "get" | "post" | "put" | "patch" | "delete" | "dialog" | null | undefined;
    readonly name?: Text;
    readonly novalidate?: Flag;
    readonly rel?: Text;
    readonly target?: Text;
  };
  readonly img: Source &
    Size & {
      readonly alt?: Text;
      readonly crossorigin?: CrossOrigin;
      readonly decoding?: "sync" | "async" | "auto" | null | undefined;
      readonly fetchpriority?: "high" | "low" | "auto" | null | undefined;
      readonly loading?: Loading;
    };
  readonly input: Source &
    Size &
    Editable &
    Submitter & {
      readonly accept?: Text;
      readonly alt?: Text;
      readonly checked?: Flag;
      readonly list?: Text;
      readonly max?: Text;
      readonly min?: Text;
      readonly multiple?: Flag;
      readonly pattern?: Text;
      readonly size?: Text;
      readonly step?: Text;
      readonly type?: InputType | null | undefined;
      readonly value?: Text;
    };
  readonly label: { readonly for?: Text };
  readonly li: { readonly value?: Text };
  readonly link: Href & {
    readonly as?: Text;
    readonly crossorigin?: CrossOrigin;
    readonly hreflang?: Text;
    readonly integrity?: Text;
    readonly media?: Text;
    readonly rel?: Text;
    readonly sizes?: Text;
    readonly type?: Text;
  };
  readonly meta: {
    readonly charset?: "utf-8";
    readonly content?: Text;
    readonly media?: Text;
    readonly name?: Text;
    readonly property?: Text;
  };
  readonly ol: {
    readonly reversed?: Flag;
    readonly start?: Text;
    readonly type?: "1" | "a" | "A" | "i" | "I" | null | undefined;
  };
  readonly optgroup: { readonly disabled?: Flag; readonly label?: Text };
  readonly option: { readonly disabled?: Flag; readonly label?: Text; readonly selected?: Flag; readonly value?: Text };
  readonly output: { readonly for?: Text; readonly form?: Text; readonly name?: Text };
  readonly progress: { readonly max?: Text; readonly value?: Text };
  readonly script: Source & {
    readonly async?: Flag;
    readonly crossorigin?: CrossOrigin;
    readonly defer?: Flag;
    readonly integrity?: Text;
    readonly nomodule?: Flag;
    readonly type?: Text;
  };
  readonly select: Control & {
    readonly autocomplete?: Text;
    readonly multiple?: Flag;
    readonly required?: Flag;
    readonly size?: Text;
  };
  readonly source: Source & Size & { readonly media?: Text; readonly type?: Text };
  readonly style: { readonly media?: Text };
  readonly td: Cell;
  readonly textarea: Editable & {
    readonly cols?: Text;
    readonly rows?: Text;
    readonly wrap?: "soft" | "hard" | null | undefined;
  };
  readonly th: Cell & {
    readonly abbr?: Text;
    readonly scope?: "row" | "col" | "rowgroup" | "colgroup" | null | undefined;
  };
  readonly time: { readonly datetime?: Text };
}

/** All attributes of an element. */
export type Attributes<Tag extends string> = GlobalAttributes &
  (Tag extends keyof OwnAttributes ? OwnAttributes[Tag] : unknown);
