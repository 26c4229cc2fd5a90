// Written by `npm run elements` from the standards' data. Do not edit.
import type {
  Flag,
  Handler,
  Markup,
  Nonce,
  None,
  SourceSet,
  Text,
  TrueFalse,
  Url,
  UrlList,
} from "../html/attribute-values.ts";
import type { GlobalAttributes } from "./global-attributes.ts";

/** WAI-ARIA. */
export interface AriaAttributes {
  readonly "aria-activedescendant"?: Text;
  readonly "aria-atomic"?: TrueFalse;
  readonly "aria-autocomplete"?: "inline" | "list" | "both" | "none" | None;
  readonly "aria-braillelabel"?: Text;
  readonly "aria-brailleroledescription"?: Text;
  readonly "aria-busy"?: TrueFalse;
  readonly "aria-checked"?: "true" | "false" | "mixed" | boolean | None;
  readonly "aria-colcount"?: Text;
  readonly "aria-colindex"?: Text;
  readonly "aria-colspan"?: Text;
  readonly "aria-controls"?: Text;
  readonly "aria-current"?: "page" | "step" | "location" | "date" | "time" | "true" | "false" | boolean | None;
  readonly "aria-describedby"?: Text;
  readonly "aria-description"?: Text;
  readonly "aria-details"?: Text;
  readonly "aria-disabled"?: TrueFalse;
  readonly "aria-dropeffect"?: Text;
  readonly "aria-errormessage"?: Text;
  readonly "aria-expanded"?: TrueFalse;
  readonly "aria-flowto"?: Text;
  readonly "aria-grabbed"?: TrueFalse;
  readonly "aria-haspopup"?: "false" | "true" | "menu" | "listbox" | "tree" | "grid" | "dialog" | boolean | None;
  readonly "aria-hidden"?: TrueFalse;
  readonly "aria-invalid"?: "grammar" | "false" | "spelling" | "true" | boolean | None;
  readonly "aria-keyshortcuts"?: Text;
  readonly "aria-label"?: Text;
  readonly "aria-labelledby"?: Text;
  readonly "aria-level"?: Text;
  readonly "aria-live"?: "assertive" | "off" | "polite" | None;
  readonly "aria-modal"?: TrueFalse;
  readonly "aria-multiline"?: TrueFalse;
  readonly "aria-multiselectable"?: TrueFalse;
  readonly "aria-orientation"?: "vertical" | "undefined" | "horizontal" | None;
  readonly "aria-owns"?: Text;
  readonly "aria-placeholder"?: Text;
  readonly "aria-posinset"?: Text;
  readonly "aria-pressed"?: "true" | "false" | "mixed" | boolean | None;
  readonly "aria-readonly"?: TrueFalse;
  readonly "aria-relevant"?: Text;
  readonly "aria-required"?: TrueFalse;
  readonly "aria-roledescription"?: Text;
  readonly "aria-rowcount"?: Text;
  readonly "aria-rowindex"?: Text;
  readonly "aria-rowspan"?: Text;
  readonly "aria-selected"?: TrueFalse;
  readonly "aria-setsize"?: Text;
  readonly "aria-sort"?: "ascending" | "descending" | "none" | "other" | None;
  readonly "aria-valuemax"?: Text;
  readonly "aria-valuemin"?: Text;
  readonly "aria-valuenow"?: Text;
  readonly "aria-valuetext"?: Text;
}

/** Handlers that every element has. */
export interface HandlerAttributes {
  readonly onabort?: Handler;
  readonly onanimationcancel?: Handler;
  readonly onanimationend?: Handler;
  readonly onanimationiteration?: Handler;
  readonly onanimationstart?: Handler;
  readonly onauxclick?: Handler;
  readonly onbeforeinput?: Handler;
  readonly onbeforematch?: Handler;
  readonly onbeforetoggle?: Handler;
  readonly onblur?: Handler;
  readonly oncancel?: Handler;
  readonly oncanplay?: Handler;
  readonly oncanplaythrough?: Handler;
  readonly onchange?: Handler;
  readonly onclick?: Handler;
  readonly onclose?: Handler;
  readonly oncommand?: Handler;
  readonly oncontextlost?: Handler;
  readonly oncontextmenu?: Handler;
  readonly oncontextrestored?: Handler;
  readonly oncopy?: Handler;
  readonly oncuechange?: Handler;
  readonly oncut?: Handler;
  readonly ondblclick?: Handler;
  readonly ondrag?: Handler;
  readonly ondragend?: Handler;
  readonly ondragenter?: Handler;
  readonly ondragleave?: Handler;
  readonly ondragover?: Handler;
  readonly ondragstart?: Handler;
  readonly ondrop?: Handler;
  readonly ondurationchange?: Handler;
  readonly onemptied?: Handler;
  readonly onended?: Handler;
  readonly onerror?: Handler;
  readonly onfocus?: Handler;
  readonly onformdata?: Handler;
  readonly ongotpointercapture?: Handler;
  readonly oninput?: Handler;
  readonly oninvalid?: Handler;
  readonly onkeydown?: Handler;
  readonly onkeypress?: Handler;
  readonly onkeyup?: Handler;
  readonly onload?: Handler;
  readonly onloadeddata?: Handler;
  readonly onloadedmetadata?: Handler;
  readonly onloadstart?: Handler;
  readonly onlostpointercapture?: Handler;
  readonly onmousedown?: Handler;
  readonly onmouseenter?: Handler;
  readonly onmouseleave?: Handler;
  readonly onmousemove?: Handler;
  readonly onmouseout?: Handler;
  readonly onmouseover?: Handler;
  readonly onmouseup?: Handler;
  readonly onpaste?: Handler;
  readonly onpause?: Handler;
  readonly onplay?: Handler;
  readonly onplaying?: Handler;
  readonly onpointercancel?: Handler;
  readonly onpointerdown?: Handler;
  readonly onpointerenter?: Handler;
  readonly onpointerleave?: Handler;
  readonly onpointermove?: Handler;
  readonly onpointerout?: Handler;
  readonly onpointerover?: Handler;
  readonly onpointerrawupdate?: Handler;
  readonly onpointerup?: Handler;
  readonly onprogress?: Handler;
  readonly onratechange?: Handler;
  readonly onreset?: Handler;
  readonly onresize?: Handler;
  readonly onscroll?: Handler;
  readonly onscrollend?: Handler;
  readonly onsecuritypolicyviolation?: Handler;
  readonly onseeked?: Handler;
  readonly onseeking?: Handler;
  readonly onselect?: Handler;
  readonly onselectionchange?: Handler;
  readonly onselectstart?: Handler;
  readonly onslotchange?: Handler;
  readonly onstalled?: Handler;
  readonly onsubmit?: Handler;
  readonly onsuspend?: Handler;
  readonly ontimeupdate?: Handler;
  readonly ontoggle?: Handler;
  readonly ontouchcancel?: Handler;
  readonly ontouchend?: Handler;
  readonly ontouchmove?: Handler;
  readonly ontouchstart?: Handler;
  readonly ontransitioncancel?: Handler;
  readonly ontransitionend?: Handler;
  readonly ontransitionrun?: Handler;
  readonly ontransitionstart?: Handler;
  readonly onvolumechange?: Handler;
  readonly onwaiting?: Handler;
  readonly onwebkitanimationend?: Handler;
  readonly onwebkitanimationiteration?: Handler;
  readonly onwebkitanimationstart?: Handler;
  readonly onwebkittransitionend?: Handler;
  readonly onwheel?: Handler;
}

/** Attributes that every element has. */
export interface HtmlGlobals {
  readonly accesskey?: Text;
  readonly autocapitalize?: "off" | "none" | "on" | "sentences" | "words" | "characters" | None;
  readonly autocorrect?: "on" | "off" | None;
  readonly autofocus?: Flag;
  readonly dir?: "ltr" | "rtl" | "auto" | None;
  readonly draggable?: TrueFalse;
  readonly enterkeyhint?: "enter" | "done" | "go" | "next" | "previous" | "search" | "send" | None;
  readonly exportparts?: Text;
  readonly headingoffset?: Text;
  readonly headingreset?: Flag;
  readonly inert?: Flag;
  readonly inputmode?: "none" | "text" | "tel" | "url" | "email" | "numeric" | "decimal" | "search" | None;
  readonly is?: Text;
  readonly itemid?: Text;
  readonly itemprop?: Text;
  readonly itemref?: Text;
  readonly itemscope?: Flag;
  readonly itemtype?: Text;
  readonly lang?: Text;
  readonly nonce?: Nonce;
  readonly part?: Text;
  readonly slot?: Text;
  readonly spellcheck?: TrueFalse;
  readonly tabindex?: Text;
  readonly title?: Text;
  readonly translate?: "yes" | "no" | None;
  readonly writingsuggestions?: TrueFalse;
}

/** `<a>` */
export interface AAttributes extends GlobalAttributes {
  readonly download?: Text;
  readonly href?: Url;
  readonly hreflang?: Text;
  readonly ping?: UrlList;
  readonly referrerpolicy?:
    | "no-referrer"
    | "no-referrer-when-downgrade"
    | "origin"
    | "origin-when-cross-origin"
    | "same-origin"
    | "strict-origin"
    | "strict-origin-when-cross-origin"
    | "unsafe-url"
    | None;
  readonly rel?: Text;
  readonly target?: Text;
  readonly type?: Text;
}

/** `<area>` */
export interface AreaAttributes extends GlobalAttributes {
  readonly alt?: Text;
  readonly coords?: Text;
  readonly download?: Text;
  readonly href?: Url;
  readonly hreflang?: Text;
  readonly ping?: UrlList;
  readonly referrerpolicy?:
    | "no-referrer"
    | "no-referrer-when-downgrade"
    | "origin"
    | "origin-when-cross-origin"
    | "same-origin"
    | "strict-origin"
    | "strict-origin-when-cross-origin"
    | "unsafe-url"
    | None;
  readonly rel?: Text;
  readonly shape?: "circle" | "default" | "poly" | "rect" | None;
  readonly target?: Text;
  readonly type?: Text;
}

/** `<audio>` */
export interface AudioAttributes extends GlobalAttributes {
  readonly autoplay?: Flag;
  readonly controls?: Flag;
  readonly crossorigin?: "anonymous" | "use-credentials" | None;
  readonly loading?: "eager" | "lazy" | None;
  readonly loop?: Flag;
  readonly muted?: Flag;
  readonly preload?: "none" | "metadata" | "auto" | None;
  readonly src?: Url;
}

/** `<base>` */
export interface BaseAttributes extends GlobalAttributes {
  readonly href?: Url;
  readonly target?: Text;
}

/** `<blockquote>` */
export interface BlockquoteAttributes extends GlobalAttributes {
  readonly cite?: Url;
}

/** `<body>` */
export interface BodyAttributes extends GlobalAttributes {
  readonly onafterprint?: Handler;
  readonly onbeforeprint?: Handler;
  readonly onbeforeunload?: Handler;
  readonly onhashchange?: Handler;
  readonly onlanguagechange?: Handler;
  readonly onmessage?: Handler;
  readonly onmessageerror?: Handler;
  readonly onoffline?: Handler;
  readonly ononline?: Handler;
  readonly onpagehide?: Handler;
  readonly onpagereveal?: Handler;
  readonly onpageshow?: Handler;
  readonly onpageswap?: Handler;
  readonly onpopstate?: Handler;
  readonly onrejectionhandled?: Handler;
  readonly onstorage?: Handler;
  readonly onunhandledrejection?: Handler;
  readonly onunload?: Handler;
}

/** `<button>` */
export interface ButtonAttributes extends GlobalAttributes {
  readonly command?: Text;
  readonly commandfor?: Text;
  readonly disabled?: Flag;
  readonly form?: Text;
  readonly formaction?: Url;
  readonly formenctype?: "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain" | None;
  readonly formmethod?: "get" | "post" | "dialog" | None;
  readonly formnovalidate?: Flag;
  readonly formtarget?: Text;
  readonly name?: Text;
  readonly popovertarget?: Text;
  readonly popovertargetaction?: "toggle" | "show" | "hide" | None;
  readonly type?: "submit" | "reset" | "button" | None;
  readonly value?: Text;
}

/** `<canvas>` */
export interface CanvasAttributes extends GlobalAttributes {
  readonly height?: Text;
  readonly width?: Text;
}

/** `<col>` */
export interface ColAttributes extends GlobalAttributes {
  readonly span?: Text;
}

/** `<colgroup>` */
export interface ColgroupAttributes extends GlobalAttributes {
  readonly span?: Text;
}

/** `<data>` */
export interface DataAttributes extends GlobalAttributes {
  readonly value?: Text;
}

/** `<del>` */
export interface DelAttributes extends GlobalAttributes {
  readonly cite?: Url;
  readonly datetime?: Text;
}

/** `<details>` */
export interface DetailsAttributes extends GlobalAttributes {
  readonly name?: Text;
  readonly open?: Flag;
}

/** `<dialog>` */
export interface DialogAttributes extends GlobalAttributes {
  readonly closedby?: "any" | "closerequest" | "none" | None;
  readonly open?: Flag;
}

/** `<embed>` */
export interface EmbedAttributes extends GlobalAttributes {
  readonly height?: Text;
  readonly src?: Url;
  readonly type?: Text;
  readonly width?: Text;
}

/** `<fieldset>` */
export interface FieldsetAttributes extends GlobalAttributes {
  readonly disabled?: Flag;
  readonly form?: Text;
  readonly name?: Text;
}

/** `<form>` */
export interface FormAttributes extends GlobalAttributes {
  readonly "accept-charset"?: Text;
  readonly action?: Url;
  readonly autocomplete?: "on" | "off" | None;
  readonly enctype?: "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain" | None;
  readonly method?: "get" | "post" | "dialog" | "put" | "patch" | "delete" | None;
  readonly name?: Text;
  readonly novalidate?: Flag;
  readonly rel?: Text;
  readonly target?: Text;
}

/** `<iframe>` */
export interface IframeAttributes extends GlobalAttributes {
  readonly allow?: Text;
  readonly allowfullscreen?: Flag;
  readonly height?: Text;
  readonly loading?: "eager" | "lazy" | None;
  readonly name?: Text;
  readonly referrerpolicy?:
    | "no-referrer"
    | "no-referrer-when-downgrade"
    | "origin"
    | "origin-when-cross-origin"
    | "same-origin"
    | "strict-origin"
    | "strict-origin-when-cross-origin"
    | "unsafe-url"
    | None;
  readonly sandbox?: Text;
  readonly src?: Url;
  readonly srcdoc?: Markup;
  readonly width?: Text;
}

/** `<img>` */
export interface ImgAttributes extends GlobalAttributes {
  readonly alt?: Text;
  readonly controls?: Flag;
  readonly crossorigin?: "anonymous" | "use-credentials" | None;
  readonly decoding?: "sync" | "async" | "auto" | None;
  readonly fetchpriority?: "high" | "low" | "auto" | None;
  readonly height?: Text;
  readonly ismap?: Flag;
  readonly loading?: "eager" | "lazy" | None;
  readonly referrerpolicy?:
    | "no-referrer"
    | "no-referrer-when-downgrade"
    | "origin"
    | "origin-when-cross-origin"
    | "same-origin"
    | "strict-origin"
    | "strict-origin-when-cross-origin"
    | "unsafe-url"
    | None;
  readonly sizes?: Text;
  readonly src?: Url;
  readonly srcset?: SourceSet;
  readonly usemap?: Text;
  readonly width?: Text;
}

/** `<input>` */
export interface InputAttributes extends GlobalAttributes {
  readonly accept?: Text;
  readonly alpha?: Flag;
  readonly alt?: Text;
  readonly autocomplete?: Text;
  readonly checked?: Flag;
  readonly colorspace?: "limited-srgb" | "display-p3" | None;
  readonly dirname?: Text;
  readonly disabled?: Flag;
  readonly form?: Text;
  readonly formaction?: Url;
  readonly formenctype?: "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain" | None;
  readonly formmethod?: "get" | "post" | "dialog" | None;
  readonly formnovalidate?: Flag;
  readonly formtarget?: Text;
  readonly height?: Text;
  readonly list?: Text;
  readonly max?: Text;
  readonly maxlength?: Text;
  readonly min?: Text;
  readonly minlength?: Text;
  readonly multiple?: Flag;
  readonly name?: Text;
  readonly pattern?: Text;
  readonly placeholder?: Text;
  readonly popovertarget?: Text;
  readonly popovertargetaction?: "toggle" | "show" | "hide" | None;
  readonly readonly?: Flag;
  readonly required?: Flag;
  readonly size?: Text;
  readonly src?: Url;
  readonly step?: Text;
  readonly type?:
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
    | "week"
    | None;
  readonly value?: Text;
  readonly width?: Text;
}

/** `<ins>` */
export interface InsAttributes extends GlobalAttributes {
  readonly cite?: Url;
  readonly datetime?: Text;
}

/** `<label>` */
export interface LabelAttributes extends GlobalAttributes {
  readonly for?: Text;
}

/** `<li>` */
export interface LiAttributes extends GlobalAttributes {
  readonly value?: Text;
}

/** `<link>` */
export interface LinkAttributes extends GlobalAttributes {
  readonly as?: Text;
  readonly blocking?: Text;
  readonly crossorigin?: "anonymous" | "use-credentials" | None;
  readonly disabled?: Flag;
  readonly fetchpriority?: "high" | "low" | "auto" | None;
  readonly href?: Url;
  readonly hreflang?: Text;
  readonly imagesizes?: Text;
  readonly imagesrcset?: SourceSet;
  readonly integrity?: Text;
  readonly media?: Text;
  readonly referrerpolicy?:
    | "no-referrer"
    | "no-referrer-when-downgrade"
    | "origin"
    | "origin-when-cross-origin"
    | "same-origin"
    | "strict-origin"
    | "strict-origin-when-cross-origin"
    | "unsafe-url"
    | None;
  readonly rel?: Text;
  readonly sizes?: Text;
  readonly type?: Text;
}

/** `<map>` */
export interface MapAttributes extends GlobalAttributes {
  readonly name?: Text;
}

/** `<meta>` */
export interface MetaAttributes extends GlobalAttributes {
  readonly charset?: "utf-8" | None;
  readonly content?: Text;
  readonly "http-equiv"?:
    | "content-security-policy"
    | "content-type"
    | "default-style"
    | "refresh"
    | "x-ua-compatible"
    | None;
  readonly media?: Text;
  readonly name?: Text;
  readonly property?: Text;
}

/** `<meter>` */
export interface MeterAttributes extends GlobalAttributes {
  readonly high?: Text;
  readonly low?: Text;
  readonly max?: Text;
  readonly min?: Text;
  readonly optimum?: Text;
  readonly value?: Text;
}

/** `<object>` */
export interface ObjectAttributes extends GlobalAttributes {
  readonly data?: Url;
  readonly form?: Text;
  readonly height?: Text;
  readonly name?: Text;
  readonly type?: Text;
  readonly width?: Text;
}

/** `<ol>` */
export interface OlAttributes extends GlobalAttributes {
  readonly reversed?: Flag;
  readonly start?: Text;
  readonly type?: "1" | "a" | "A" | "i" | "I" | None;
}

/** `<optgroup>` */
export interface OptgroupAttributes extends GlobalAttributes {
  readonly disabled?: Flag;
  readonly label?: Text;
}

/** `<option>` */
export interface OptionAttributes extends GlobalAttributes {
  readonly disabled?: Flag;
  readonly label?: Text;
  readonly selected?: Flag;
  readonly value?: Text;
}

/** `<output>` */
export interface OutputAttributes extends GlobalAttributes {
  readonly for?: Text;
  readonly form?: Text;
  readonly name?: Text;
}

/** `<progress>` */
export interface ProgressAttributes extends GlobalAttributes {
  readonly max?: Text;
  readonly value?: Text;
}

/** `<q>` */
export interface QAttributes extends GlobalAttributes {
  readonly cite?: Url;
}

/** `<script>` */
export interface ScriptAttributes extends GlobalAttributes {
  readonly async?: Flag;
  readonly blocking?: Text;
  readonly crossorigin?: "anonymous" | "use-credentials" | None;
  readonly defer?: Flag;
  readonly fetchpriority?: "high" | "low" | "auto" | None;
  readonly integrity?: Text;
  readonly nomodule?: Flag;
  readonly referrerpolicy?:
    | "no-referrer"
    | "no-referrer-when-downgrade"
    | "origin"
    | "origin-when-cross-origin"
    | "same-origin"
    | "strict-origin"
    | "strict-origin-when-cross-origin"
    | "unsafe-url"
    | None;
  readonly src?: Url;
  readonly type?: Text;
}

/** `<select>` */
export interface SelectAttributes extends GlobalAttributes {
  readonly autocomplete?: Text;
  readonly disabled?: Flag;
  readonly form?: Text;
  readonly multiple?: Flag;
  readonly name?: Text;
  readonly required?: Flag;
  readonly size?: Text;
}

/** `<slot>` */
export interface SlotAttributes extends GlobalAttributes {
  readonly name?: Text;
}

/** `<source>` */
export interface SourceAttributes extends GlobalAttributes {
  readonly height?: Text;
  readonly media?: Text;
  readonly sizes?: Text;
  readonly src?: Url;
  readonly srcset?: SourceSet;
  readonly type?: Text;
  readonly width?: Text;
}

/** `<style>` */
export interface StyleAttributes extends GlobalAttributes {
  readonly blocking?: Text;
  readonly media?: Text;
}

/** `<td>` */
export interface TdAttributes extends GlobalAttributes {
  readonly abbr?: Text;
  readonly colspan?: Text;
  readonly headers?: Text;
  readonly rowspan?: Text;
}

/** `<template>` */
export interface TemplateAttributes extends GlobalAttributes {
  readonly for?: Text;
  readonly shadowrootclonable?: Flag;
  readonly shadowrootcustomelementregistry?: Text;
  readonly shadowrootdelegatesfocus?: Flag;
  readonly shadowrootmode?: "open" | "closed" | None;
  readonly shadowrootserializable?: Flag;
  readonly shadowrootslotassignment?: "named" | "manual" | None;
}

/** `<textarea>` */
export interface TextareaAttributes extends GlobalAttributes {
  readonly autocomplete?: Text;
  readonly cols?: Text;
  readonly dirname?: Text;
  readonly disabled?: Flag;
  readonly form?: Text;
  readonly maxlength?: Text;
  readonly minlength?: Text;
  readonly name?: Text;
  readonly placeholder?: Text;
  readonly readonly?: Flag;
  readonly required?: Flag;
  readonly rows?: Text;
  readonly wrap?: "soft" | "hard" | None;
}

/** `<th>` */
export interface ThAttributes extends GlobalAttributes {
  readonly abbr?: Text;
  readonly colspan?: Text;
  readonly headers?: Text;
  readonly rowspan?: Text;
  readonly scope?: "row" | "col" | "rowgroup" | "colgroup" | None;
}

/** `<time>` */
export interface TimeAttributes extends GlobalAttributes {
  readonly datetime?: Text;
}

/** `<track>` */
export interface TrackAttributes extends GlobalAttributes {
  readonly default?: Flag;
  readonly kind?: "subtitles" | "captions" | "descriptions" | "chapters" | "metadata" | None;
  readonly label?: Text;
  readonly src?: Url;
  readonly srclang?: Text;
}

/** `<video>` */
export interface VideoAttributes extends GlobalAttributes {
  readonly autoplay?: Flag;
  readonly controls?: Flag;
  readonly crossorigin?: "anonymous" | "use-credentials" | None;
  readonly height?: Text;
  readonly loading?: "eager" | "lazy" | None;
  readonly loop?: Flag;
  readonly muted?: Flag;
  readonly playsinline?: Flag;
  readonly poster?: Url;
  readonly preload?: "none" | "metadata" | "auto" | None;
  readonly src?: Url;
  readonly width?: Text;
}

/** The attributes of each element. */
export interface HtmlAttributesByTag {
  readonly a: AAttributes;
  readonly abbr: GlobalAttributes;
  readonly address: GlobalAttributes;
  readonly area: AreaAttributes;
  readonly article: GlobalAttributes;
  readonly aside: GlobalAttributes;
  readonly audio: AudioAttributes;
  readonly b: GlobalAttributes;
  readonly base: BaseAttributes;
  readonly bdi: GlobalAttributes;
  readonly bdo: GlobalAttributes;
  readonly blockquote: BlockquoteAttributes;
  readonly body: BodyAttributes;
  readonly br: GlobalAttributes;
  readonly button: ButtonAttributes;
  readonly canvas: CanvasAttributes;
  readonly caption: GlobalAttributes;
  readonly cite: GlobalAttributes;
  readonly code: GlobalAttributes;
  readonly col: ColAttributes;
  readonly colgroup: ColgroupAttributes;
  readonly data: DataAttributes;
  readonly datalist: GlobalAttributes;
  readonly dd: GlobalAttributes;
  readonly del: DelAttributes;
  readonly details: DetailsAttributes;
  readonly dfn: GlobalAttributes;
  readonly dialog: DialogAttributes;
  readonly div: GlobalAttributes;
  readonly dl: GlobalAttributes;
  readonly dt: GlobalAttributes;
  readonly em: GlobalAttributes;
  readonly embed: EmbedAttributes;
  readonly fieldset: FieldsetAttributes;
  readonly figcaption: GlobalAttributes;
  readonly figure: GlobalAttributes;
  readonly footer: GlobalAttributes;
  readonly form: FormAttributes;
  readonly h1: GlobalAttributes;
  readonly h2: GlobalAttributes;
  readonly h3: GlobalAttributes;
  readonly h4: GlobalAttributes;
  readonly h5: GlobalAttributes;
  readonly h6: GlobalAttributes;
  readonly head: GlobalAttributes;
  readonly header: GlobalAttributes;
  readonly hgroup: GlobalAttributes;
  readonly hr: GlobalAttributes;
  readonly html: GlobalAttributes;
  readonly i: GlobalAttributes;
  readonly iframe: IframeAttributes;
  readonly img: ImgAttributes;
  readonly input: InputAttributes;
  readonly ins: InsAttributes;
  readonly kbd: GlobalAttributes;
  readonly label: LabelAttributes;
  readonly legend: GlobalAttributes;
  readonly li: LiAttributes;
  readonly link: LinkAttributes;
  readonly main: GlobalAttributes;
  readonly map: MapAttributes;
  readonly mark: GlobalAttributes;
  readonly menu: GlobalAttributes;
  readonly meta: MetaAttributes;
  readonly meter: MeterAttributes;
  readonly nav: GlobalAttributes;
  readonly noscript: GlobalAttributes;
  readonly object: ObjectAttributes;
  readonly ol: OlAttributes;
  readonly optgroup: OptgroupAttributes;
  readonly option: OptionAttributes;
  readonly output: OutputAttributes;
  readonly p: GlobalAttributes;
  readonly picture: GlobalAttributes;
  readonly pre: GlobalAttributes;
  readonly progress: ProgressAttributes;
  readonly q: QAttributes;
  readonly rp: GlobalAttributes;
  readonly rt: GlobalAttributes;
  readonly ruby: GlobalAttributes;
  readonly s: GlobalAttributes;
  readonly samp: GlobalAttributes;
  readonly script: ScriptAttributes;
  readonly search: GlobalAttributes;
  readonly section: GlobalAttributes;
  readonly select: SelectAttributes;
  readonly selectedcontent: GlobalAttributes;
  readonly slot: SlotAttributes;
  readonly small: GlobalAttributes;
  readonly source: SourceAttributes;
  readonly span: GlobalAttributes;
  readonly strong: GlobalAttributes;
  readonly style: StyleAttributes;
  readonly sub: GlobalAttributes;
  readonly summary: GlobalAttributes;
  readonly sup: GlobalAttributes;
  readonly table: GlobalAttributes;
  readonly tbody: GlobalAttributes;
  readonly td: TdAttributes;
  readonly template: TemplateAttributes;
  readonly textarea: TextareaAttributes;
  readonly tfoot: GlobalAttributes;
  readonly th: ThAttributes;
  readonly thead: GlobalAttributes;
  readonly time: TimeAttributes;
  readonly title: GlobalAttributes;
  readonly tr: GlobalAttributes;
  readonly track: TrackAttributes;
  readonly u: GlobalAttributes;
  readonly ul: GlobalAttributes;
  readonly var: GlobalAttributes;
  readonly video: VideoAttributes;
  readonly wbr: GlobalAttributes;
}
