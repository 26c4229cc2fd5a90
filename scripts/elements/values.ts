/** What the standards say in words and not as data: values of enumerated attributes, and attributes without a property. */

/** A type of `attribute-values.ts`, or the values that an attribute may have. */
export type Kind = NamedKind | readonly string[];
export type NamedKind = (typeof NAMED_KINDS)[number];

/** The types of `attribute-values.ts` that attributes have. */
export const NAMED_KINDS = [
  "Flag",
  "Handler",
  "Markup",
  "Nonce",
  "Reference",
  "SourceSet",
  "Text",
  "TrueFalse",
  "Url",
  "UrlList",
] as const;

/**
 * Attributes of SVG whose value is read as CSS and may refer to other documents, and those that animate them.
 *
 * @see https://svgwg.org/svg2-draft/styling.html#PresentationAttributes
 */
export const REFERENCES: ReadonlySet<string> = new Set(
  ("clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke " + "by from to values").split(
    " ",
  ),
);

const ENCTYPE = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];
const CROSS_ORIGIN = ["anonymous", "use-credentials"];
const LOADING = ["eager", "lazy"];
const PRIORITY = ["high", "low", "auto"];
const REFERRER = [
  "no-referrer",
  "no-referrer-when-downgrade",
  "origin",
  "origin-when-cross-origin",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
  "unsafe-url",
];
const TARGET_ACTION = ["toggle", "show", "hide"];

/**
 * By element; `*` are the attributes of every HTML element.
 *
 * @see https://html.spec.whatwg.org/#attributes-3
 */
export const html: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  "*": {
    autocapitalize: ["off", "none", "on", "sentences", "words", "characters"],
    autocorrect: ["on", "off"],
    dir: ["ltr", "rtl", "auto"],
    draggable: "TrueFalse",
    enterkeyhint: ["enter", "done", "go", "next", "previous", "search", "send"],
    exportparts: "Text",
    inputmode: ["none", "text", "tel", "url", "email", "numeric", "decimal", "search"],
    is: "Text",
    // A name and no address: urn:isbn:0-330-34032-8.
    itemid: "Text",
    itemprop: "Text",
    itemref: "Text",
    itemscope: "Flag",
    itemtype: "Text",
    nonce: "Nonce",
    part: "Text",
    slot: "Text",
    spellcheck: "TrueFalse",
    translate: ["yes", "no"],
    writingsuggestions: "TrueFalse",
  },
  a: { ping: "UrlList", referrerpolicy: REFERRER },
  area: { ping: "UrlList", referrerpolicy: REFERRER, shape: ["circle", "default", "poly", "rect"] },
  audio: { crossorigin: CROSS_ORIGIN, loading: LOADING, preload: ["none", "metadata", "auto"] },
  button: {
    form: "Text",
    formenctype: ENCTYPE,
    formmethod: ["get", "post", "dialog"],
    popovertargetaction: TARGET_ACTION,
    type: ["submit", "reset", "button"],
  },
  canvas: { height: "Text", width: "Text" },
  dialog: { closedby: ["any", "closerequest", "none"] },
  fieldset: { form: "Text" },
  form: {
    autocomplete: ["on", "off"],
    enctype: ENCTYPE,
    // The last three are sent as POST with a hidden field.
    method: ["get", "post", "dialog", "put", "patch", "delete"],
  },
  iframe: { loading: LOADING, referrerpolicy: REFERRER, srcdoc: "Markup" },
  img: {
    crossorigin: CROSS_ORIGIN,
    decoding: ["sync", "async", "auto"],
    fetchpriority: PRIORITY,
    loading: LOADING,
    referrerpolicy: REFERRER,
  },
  input: {
    colorspace: ["limited-srgb", "display-p3"],
    form: "Text",
    formenctype: ENCTYPE,
    formmethod: ["get", "post", "dialog"],
    list: "Text",
    popovertargetaction: TARGET_ACTION,
    type: [
      "button",
      "checkbox",
      "color",
      "date",
      "datetime-local",
      "email",
      "file",
      "hidden",
      "image",
      "month",
      "number",
      "password",
      "radio",
      "range",
      "reset",
      "search",
      "submit",
      "tel",
      "text",
      "time",
      "url",
      "week",
    ],
  },
  link: { as: "Text", crossorigin: CROSS_ORIGIN, fetchpriority: PRIORITY, referrerpolicy: REFERRER },
  meta: {
    charset: ["utf-8"],
    "http-equiv": ["content-security-policy", "content-type", "default-style", "refresh", "x-ua-compatible"],
    property: "Text",
  },
  object: { form: "Text" },
  ol: { type: ["1", "a", "A", "i", "I"] },
  output: { form: "Text" },
  script: { async: "Flag", crossorigin: CROSS_ORIGIN, fetchpriority: PRIORITY, referrerpolicy: REFERRER },
  select: { form: "Text" },
  template: { shadowrootmode: ["open", "closed"], shadowrootslotassignment: ["named", "manual"] },
  textarea: { form: "Text", wrap: ["soft", "hard"] },
  th: { scope: ["row", "col", "rowgroup", "colgroup"] },
  track: { kind: ["subtitles", "captions", "descriptions", "chapters", "metadata"] },
  video: { crossorigin: CROSS_ORIGIN, loading: LOADING, preload: ["none", "metadata", "auto"] },
};

/**
 * By element; `*` are the attributes of every element.
 *
 * @see https://w3c.github.io/mathml-core/#global-attributes
 */
export const mathml: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  "*": {
    autofocus: "Flag",
    dir: ["ltr", "rtl"],
    displaystyle: "TrueFalse",
    mathbackground: "Text",
    mathcolor: "Text",
    mathsize: "Text",
    nonce: "Nonce",
    scriptlevel: "Text",
    tabindex: "Text",
  },
  a: { href: "Url", target: "Text" },
  annotation: { encoding: "Text" },
  "annotation-xml": { encoding: "Text" },
  math: { alttext: "Text", display: ["block", "inline"] },
  mfrac: { linethickness: "Text" },
  mi: { mathvariant: ["normal"] },
  mo: {
    fence: "TrueFalse",
    form: ["prefix", "infix", "postfix"],
    largeop: "TrueFalse",
    lspace: "Text",
    maxsize: "Text",
    minsize: "Text",
    movablelimits: "TrueFalse",
    rspace: "Text",
    separator: "TrueFalse",
    stretchy: "TrueFalse",
    symmetric: "TrueFalse",
  },
  mover: { accent: "TrueFalse" },
  mpadded: { depth: "Text", height: "Text", lspace: "Text", voffset: "Text", width: "Text" },
  mspace: { depth: "Text", height: "Text", width: "Text" },
  mtd: { columnspan: "Text", rowspan: "Text" },
  munder: { accentunder: "TrueFalse" },
  munderover: { accent: "TrueFalse", accentunder: "TrueFalse" },
};
