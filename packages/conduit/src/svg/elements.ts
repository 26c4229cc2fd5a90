// Written by `npm run elements` from the standards' data. Do not edit.
import type {
  AAttributes,
  AnimateAttributes,
  AnimateMotionAttributes,
  AnimateTransformAttributes,
  CircleAttributes,
  ClipPathAttributes,
  DefsAttributes,
  DescAttributes,
  EllipseAttributes,
  FeBlendAttributes,
  FeColorMatrixAttributes,
  FeComponentTransferAttributes,
  FeCompositeAttributes,
  FeConvolveMatrixAttributes,
  FeDiffuseLightingAttributes,
  FeDisplacementMapAttributes,
  FeDistantLightAttributes,
  FeDropShadowAttributes,
  FeFloodAttributes,
  FeFuncAAttributes,
  FeFuncBAttributes,
  FeFuncGAttributes,
  FeFuncRAttributes,
  FeGaussianBlurAttributes,
  FeImageAttributes,
  FeMergeAttributes,
  FeMergeNodeAttributes,
  FeMorphologyAttributes,
  FeOffsetAttributes,
  FePointLightAttributes,
  FeSpecularLightingAttributes,
  FeSpotLightAttributes,
  FeTileAttributes,
  FeTurbulenceAttributes,
  FilterAttributes,
  ForeignObjectAttributes,
  GAttributes,
  ImageAttributes,
  LineAttributes,
  LinearGradientAttributes,
  MarkerAttributes,
  MaskAttributes,
  MetadataAttributes,
  MpathAttributes,
  PathAttributes,
  PatternAttributes,
  PolygonAttributes,
  PolylineAttributes,
  RadialGradientAttributes,
  RectAttributes,
  ScriptAttributes,
  SetAttributes,
  StopAttributes,
  StyleAttributes,
  SvgAttributes,
  SwitchAttributes,
  SymbolAttributes,
  TextAttributes,
  TextPathAttributes,
  TitleAttributes,
  TspanAttributes,
  UseAttributes,
  ViewAttributes,
} from "./attributes.ts";
import type { TrustedCss } from "../escape/trusted-css.ts";
import type { TrustedScript } from "../escape/trusted-script.ts";
import type { Builder, RawTextBuilder } from "../html/builder.ts";
import { element } from "../html/element.ts";
import { foreignRawText } from "../html/raw-text.ts";

export const a: Builder<AAttributes> = /* @__PURE__ */ element("a");
export const animate: Builder<AnimateAttributes> = /* @__PURE__ */ element("animate");
export const animateMotion: Builder<AnimateMotionAttributes> = /* @__PURE__ */ element("animateMotion");
export const animateTransform: Builder<AnimateTransformAttributes> = /* @__PURE__ */ element("animateTransform");
export const circle: Builder<CircleAttributes> = /* @__PURE__ */ element("circle");
export const clipPath: Builder<ClipPathAttributes> = /* @__PURE__ */ element("clipPath");
export const defs: Builder<DefsAttributes> = /* @__PURE__ */ element("defs");
export const desc: Builder<DescAttributes> = /* @__PURE__ */ element("desc");
export const ellipse: Builder<EllipseAttributes> = /* @__PURE__ */ element("ellipse");
export const feBlend: Builder<FeBlendAttributes> = /* @__PURE__ */ element("feBlend");
export const feColorMatrix: Builder<FeColorMatrixAttributes> = /* @__PURE__ */ element("feColorMatrix");
export const feComponentTransfer: Builder<FeComponentTransferAttributes> =
  /* @__PURE__ */ element("feComponentTransfer");
export const feComposite: Builder<FeCompositeAttributes> = /* @__PURE__ */ element("feComposite");
export const feConvolveMatrix: Builder<FeConvolveMatrixAttributes> = /* @__PURE__ */ element("feConvolveMatrix");
export const feDiffuseLighting: Builder<FeDiffuseLightingAttributes> = /* @__PURE__ */ element("feDiffuseLighting");
export const feDisplacementMap: Builder<FeDisplacementMapAttributes> = /* @__PURE__ */ element("feDisplacementMap");
export const feDistantLight: Builder<FeDistantLightAttributes> = /* @__PURE__ */ element("feDistantLight");
export const feDropShadow: Builder<FeDropShadowAttributes> = /* @__PURE__ */ element("feDropShadow");
export const feFlood: Builder<FeFloodAttributes> = /* @__PURE__ */ element("feFlood");
export const feFuncA: Builder<FeFuncAAttributes> = /* @__PURE__ */ element("feFuncA");
export const feFuncB: Builder<FeFuncBAttributes> = /* @__PURE__ */ element("feFuncB");
export const feFuncG: Builder<FeFuncGAttributes> = /* @__PURE__ */ element("feFuncG");
export const feFuncR: Builder<FeFuncRAttributes> = /* @__PURE__ */ element("feFuncR");
export const feGaussianBlur: Builder<FeGaussianBlurAttributes> = /* @__PURE__ */ element("feGaussianBlur");
export const feImage: Builder<FeImageAttributes> = /* @__PURE__ */ element("feImage");
export const feMerge: Builder<FeMergeAttributes> = /* @__PURE__ */ element("feMerge");
export const feMergeNode: Builder<FeMergeNodeAttributes> = /* @__PURE__ */ element("feMergeNode");
export const feMorphology: Builder<FeMorphologyAttributes> = /* @__PURE__ */ element("feMorphology");
export const feOffset: Builder<FeOffsetAttributes> = /* @__PURE__ */ element("feOffset");
export const fePointLight: Builder<FePointLightAttributes> = /* @__PURE__ */ element("fePointLight");
export const feSpecularLighting: Builder<FeSpecularLightingAttributes> = /* @__PURE__ */ element("feSpecularLighting");
export const feSpotLight: Builder<FeSpotLightAttributes> = /* @__PURE__ */ element("feSpotLight");
export const feTile: Builder<FeTileAttributes> = /* @__PURE__ */ element("feTile");
export const feTurbulence: Builder<FeTurbulenceAttributes> = /* @__PURE__ */ element("feTurbulence");
export const filter: Builder<FilterAttributes> = /* @__PURE__ */ element("filter");
export const foreignObject: Builder<ForeignObjectAttributes> = /* @__PURE__ */ element("foreignObject");
export const g: Builder<GAttributes> = /* @__PURE__ */ element("g");
export const image: Builder<ImageAttributes> = /* @__PURE__ */ element("image");
export const line: Builder<LineAttributes> = /* @__PURE__ */ element("line");
export const linearGradient: Builder<LinearGradientAttributes> = /* @__PURE__ */ element("linearGradient");
export const marker: Builder<MarkerAttributes> = /* @__PURE__ */ element("marker");
export const mask: Builder<MaskAttributes> = /* @__PURE__ */ element("mask");
export const metadata: Builder<MetadataAttributes> = /* @__PURE__ */ element("metadata");
export const mpath: Builder<MpathAttributes> = /* @__PURE__ */ element("mpath");
export const path: Builder<PathAttributes> = /* @__PURE__ */ element("path");
export const pattern: Builder<PatternAttributes> = /* @__PURE__ */ element("pattern");
export const polygon: Builder<PolygonAttributes> = /* @__PURE__ */ element("polygon");
export const polyline: Builder<PolylineAttributes> = /* @__PURE__ */ element("polyline");
export const radialGradient: Builder<RadialGradientAttributes> = /* @__PURE__ */ element("radialGradient");
export const rect: Builder<RectAttributes> = /* @__PURE__ */ element("rect");
export const script: RawTextBuilder<ScriptAttributes, TrustedScript> = /* @__PURE__ */ foreignRawText("script");
export const set: Builder<SetAttributes> = /* @__PURE__ */ element("set");
export const stop: Builder<StopAttributes> = /* @__PURE__ */ element("stop");
export const style: RawTextBuilder<StyleAttributes, TrustedCss> = /* @__PURE__ */ foreignRawText("style");
export const svg: Builder<SvgAttributes> = /* @__PURE__ */ element("svg");
export const switch_: Builder<SwitchAttributes> = /* @__PURE__ */ element("switch");
export const symbol: Builder<SymbolAttributes> = /* @__PURE__ */ element("symbol");
export const text: Builder<TextAttributes> = /* @__PURE__ */ element("text");
export const textPath: Builder<TextPathAttributes> = /* @__PURE__ */ element("textPath");
export const title: Builder<TitleAttributes> = /* @__PURE__ */ element("title");
export const tspan: Builder<TspanAttributes> = /* @__PURE__ */ element("tspan");
export const use: Builder<UseAttributes> = /* @__PURE__ */ element("use");
export const view: Builder<ViewAttributes> = /* @__PURE__ */ element("view");
