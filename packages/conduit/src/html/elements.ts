// Written by `npm run elements` from the standards' data. Do not edit.
import type {
  AAttributes,
  AreaAttributes,
  AudioAttributes,
  BaseAttributes,
  BlockquoteAttributes,
  BodyAttributes,
  ButtonAttributes,
  CanvasAttributes,
  ColAttributes,
  ColgroupAttributes,
  DataAttributes,
  DelAttributes,
  DetailsAttributes,
  DialogAttributes,
  EmbedAttributes,
  FieldsetAttributes,
  IframeAttributes,
  ImgAttributes,
  InputAttributes,
  InsAttributes,
  LabelAttributes,
  LiAttributes,
  LinkAttributes,
  MapAttributes,
  MeterAttributes,
  ObjectAttributes,
  OlAttributes,
  OptgroupAttributes,
  OptionAttributes,
  OutputAttributes,
  ProgressAttributes,
  QAttributes,
  ScriptAttributes,
  SelectAttributes,
  SlotAttributes,
  SourceAttributes,
  StyleAttributes,
  TdAttributes,
  TemplateAttributes,
  TextareaAttributes,
  ThAttributes,
  TimeAttributes,
  TrackAttributes,
  VideoAttributes,
} from "./attributes.ts";
import type { TrustedCss } from "../escape/trusted-css.ts";
import type { TrustedHtml } from "../escape/trusted-html.ts";
import type { TrustedScript } from "../escape/trusted-script.ts";
import type { Builder, RawTextBuilder, VoidBuilder } from "../html/builder.ts";
import { element } from "../html/element.ts";
import { rawText } from "../html/raw-text.ts";
import type { GlobalAttributes } from "./global-attributes.ts";

export const a: Builder<AAttributes> = /* @__PURE__ */ element("a");
export const abbr: Builder<GlobalAttributes> = /* @__PURE__ */ element("abbr");
export const address: Builder<GlobalAttributes> = /* @__PURE__ */ element("address");
export const area: VoidBuilder<AreaAttributes> = /* @__PURE__ */ element("area", "void");
export const article: Builder<GlobalAttributes> = /* @__PURE__ */ element("article");
export const aside: Builder<GlobalAttributes> = /* @__PURE__ */ element("aside");
export const audio: Builder<AudioAttributes> = /* @__PURE__ */ element("audio");
export const b: Builder<GlobalAttributes> = /* @__PURE__ */ element("b");
export const base: VoidBuilder<BaseAttributes> = /* @__PURE__ */ element("base", "void");
export const bdi: Builder<GlobalAttributes> = /* @__PURE__ */ element("bdi");
export const bdo: Builder<GlobalAttributes> = /* @__PURE__ */ element("bdo");
export const blockquote: Builder<BlockquoteAttributes> = /* @__PURE__ */ element("blockquote");
export const body: Builder<BodyAttributes> = /* @__PURE__ */ element("body");
export const br: VoidBuilder<GlobalAttributes> = /* @__PURE__ */ element("br", "void");
export const button: Builder<ButtonAttributes> = /* @__PURE__ */ element("button");
export const canvas: Builder<CanvasAttributes> = /* @__PURE__ */ element("canvas");
export const caption: Builder<GlobalAttributes> = /* @__PURE__ */ element("caption");
export const cite: Builder<GlobalAttributes> = /* @__PURE__ */ element("cite");
export const code: Builder<GlobalAttributes> = /* @__PURE__ */ element("code");
export const col: VoidBuilder<ColAttributes> = /* @__PURE__ */ element("col", "void");
export const colgroup: Builder<ColgroupAttributes> = /* @__PURE__ */ element("colgroup");
export const data: Builder<DataAttributes> = /* @__PURE__ */ element("data");
export const datalist: Builder<GlobalAttributes> = /* @__PURE__ */ element("datalist");
export const dd: Builder<GlobalAttributes> = /* @__PURE__ */ element("dd");
export const del: Builder<DelAttributes> = /* @__PURE__ */ element("del");
export const details: Builder<DetailsAttributes> = /* @__PURE__ */ element("details");
export const dfn: Builder<GlobalAttributes> = /* @__PURE__ */ element("dfn");
export const dialog: Builder<DialogAttributes> = /* @__PURE__ */ element("dialog");
export const div: Builder<GlobalAttributes> = /* @__PURE__ */ element("div");
export const dl: Builder<GlobalAttributes> = /* @__PURE__ */ element("dl");
export const dt: Builder<GlobalAttributes> = /* @__PURE__ */ element("dt");
export const em: Builder<GlobalAttributes> = /* @__PURE__ */ element("em");
export const embed: VoidBuilder<EmbedAttributes> = /* @__PURE__ */ element("embed", "void");
export const fieldset: Builder<FieldsetAttributes> = /* @__PURE__ */ element("fieldset");
export const figcaption: Builder<GlobalAttributes> = /* @__PURE__ */ element("figcaption");
export const figure: Builder<GlobalAttributes> = /* @__PURE__ */ element("figure");
export const footer: Builder<GlobalAttributes> = /* @__PURE__ */ element("footer");
export const h1: Builder<GlobalAttributes> = /* @__PURE__ */ element("h1");
export const h2: Builder<GlobalAttributes> = /* @__PURE__ */ element("h2");
export const h3: Builder<GlobalAttributes> = /* @__PURE__ */ element("h3");
export const h4: Builder<GlobalAttributes> = /* @__PURE__ */ element("h4");
export const h5: Builder<GlobalAttributes> = /* @__PURE__ */ element("h5");
export const h6: Builder<GlobalAttributes> = /* @__PURE__ */ element("h6");
export const head: Builder<GlobalAttributes> = /* @__PURE__ */ element("head");
export const header: Builder<GlobalAttributes> = /* @__PURE__ */ element("header");
export const hgroup: Builder<GlobalAttributes> = /* @__PURE__ */ element("hgroup");
export const hr: VoidBuilder<GlobalAttributes> = /* @__PURE__ */ element("hr", "void");
export const html_: Builder<GlobalAttributes> = /* @__PURE__ */ element("html");
export const i: Builder<GlobalAttributes> = /* @__PURE__ */ element("i");
export const iframe: RawTextBuilder<IframeAttributes, TrustedHtml> = /* @__PURE__ */ rawText("iframe");
export const img: VoidBuilder<ImgAttributes> = /* @__PURE__ */ element("img", "void");
export const input: VoidBuilder<InputAttributes> = /* @__PURE__ */ element("input", "void");
export const ins: Builder<InsAttributes> = /* @__PURE__ */ element("ins");
export const kbd: Builder<GlobalAttributes> = /* @__PURE__ */ element("kbd");
export const label: Builder<LabelAttributes> = /* @__PURE__ */ element("label");
export const legend: Builder<GlobalAttributes> = /* @__PURE__ */ element("legend");
export const li: Builder<LiAttributes> = /* @__PURE__ */ element("li");
export const link: VoidBuilder<LinkAttributes> = /* @__PURE__ */ element("link", "void");
export const main: Builder<GlobalAttributes> = /* @__PURE__ */ element("main");
export const map: Builder<MapAttributes> = /* @__PURE__ */ element("map");
export const mark: Builder<GlobalAttributes> = /* @__PURE__ */ element("mark");
export const menu: Builder<GlobalAttributes> = /* @__PURE__ */ element("menu");
export const meter: Builder<MeterAttributes> = /* @__PURE__ */ element("meter");
export const nav: Builder<GlobalAttributes> = /* @__PURE__ */ element("nav");
export const noscript: Builder<GlobalAttributes> = /* @__PURE__ */ element("noscript");
export const object: Builder<ObjectAttributes> = /* @__PURE__ */ element("object");
export const ol: Builder<OlAttributes> = /* @__PURE__ */ element("ol");
export const optgroup: Builder<OptgroupAttributes> = /* @__PURE__ */ element("optgroup");
export const option: Builder<OptionAttributes> = /* @__PURE__ */ element("option");
export const output: Builder<OutputAttributes> = /* @__PURE__ */ element("output");
export const p: Builder<GlobalAttributes> = /* @__PURE__ */ element("p");
export const picture: Builder<GlobalAttributes> = /* @__PURE__ */ element("picture");
export const pre: Builder<GlobalAttributes> = /* @__PURE__ */ element("pre", "preformatted");
export const progress: Builder<ProgressAttributes> = /* @__PURE__ */ element("progress");
export const q: Builder<QAttributes> = /* @__PURE__ */ element("q");
export const rp: Builder<GlobalAttributes> = /* @__PURE__ */ element("rp");
export const rt: Builder<GlobalAttributes> = /* @__PURE__ */ element("rt");
export const ruby: Builder<GlobalAttributes> = /* @__PURE__ */ element("ruby");
export const s: Builder<GlobalAttributes> = /* @__PURE__ */ element("s");
export const samp: Builder<GlobalAttributes> = /* @__PURE__ */ element("samp");
export const script: RawTextBuilder<ScriptAttributes, TrustedScript | TrustedHtml> = /* @__PURE__ */ rawText("script");
export const search: Builder<GlobalAttributes> = /* @__PURE__ */ element("search");
export const section: Builder<GlobalAttributes> = /* @__PURE__ */ element("section");
export const select: Builder<SelectAttributes> = /* @__PURE__ */ element("select");
export const selectedcontent: Builder<GlobalAttributes> = /* @__PURE__ */ element("selectedcontent");
export const slot_: Builder<SlotAttributes> = /* @__PURE__ */ element("slot");
export const small: Builder<GlobalAttributes> = /* @__PURE__ */ element("small");
export const source: VoidBuilder<SourceAttributes> = /* @__PURE__ */ element("source", "void");
export const span: Builder<GlobalAttributes> = /* @__PURE__ */ element("span");
export const strong: Builder<GlobalAttributes> = /* @__PURE__ */ element("strong");
export const style: RawTextBuilder<StyleAttributes, TrustedCss | TrustedHtml> = /* @__PURE__ */ rawText("style");
export const sub: Builder<GlobalAttributes> = /* @__PURE__ */ element("sub");
export const summary: Builder<GlobalAttributes> = /* @__PURE__ */ element("summary");
export const sup: Builder<GlobalAttributes> = /* @__PURE__ */ element("sup");
export const table: Builder<GlobalAttributes> = /* @__PURE__ */ element("table");
export const tbody: Builder<GlobalAttributes> = /* @__PURE__ */ element("tbody");
export const td: Builder<TdAttributes> = /* @__PURE__ */ element("td");
export const template: Builder<TemplateAttributes> = /* @__PURE__ */ element("template");
export const textarea: Builder<TextareaAttributes> = /* @__PURE__ */ element("textarea", "textArea");
export const tfoot: Builder<GlobalAttributes> = /* @__PURE__ */ element("tfoot");
export const th: Builder<ThAttributes> = /* @__PURE__ */ element("th");
export const thead: Builder<GlobalAttributes> = /* @__PURE__ */ element("thead");
export const time: Builder<TimeAttributes> = /* @__PURE__ */ element("time");
export const title: Builder<GlobalAttributes> = /* @__PURE__ */ element("title", "textOnly");
export const tr: Builder<GlobalAttributes> = /* @__PURE__ */ element("tr");
export const track: VoidBuilder<TrackAttributes> = /* @__PURE__ */ element("track", "void");
export const u: Builder<GlobalAttributes> = /* @__PURE__ */ element("u");
export const ul: Builder<GlobalAttributes> = /* @__PURE__ */ element("ul");
export const var_: Builder<GlobalAttributes> = /* @__PURE__ */ element("var");
export const video: Builder<VideoAttributes> = /* @__PURE__ */ element("video");
export const wbr: VoidBuilder<GlobalAttributes> = /* @__PURE__ */ element("wbr", "void");
