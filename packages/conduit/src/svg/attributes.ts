// Written by `npm run elements` from the standards' data. Do not edit.
import type { Reference, Text, Url, UrlList } from "../html/attribute-values.ts";
import type { ForeignAttributes } from "../html/global-attributes.ts";

/** Attributes that every element has. */
export interface SvgGlobals extends ForeignAttributes {
  readonly about?: Text;
  readonly "alignment-baseline"?: Text;
  readonly "baseline-shift"?: Text;
  readonly "clip-path"?: Reference;
  readonly "clip-rule"?: Text;
  readonly color?: Text;
  readonly "color-interpolation"?: Text;
  readonly "color-interpolation-filters"?: Text;
  readonly "color-rendering"?: Text;
  readonly content?: Text;
  readonly cursor?: Reference;
  readonly datatype?: Text;
  readonly direction?: Text;
  readonly display?: Text;
  readonly "dominant-baseline"?: Text;
  readonly fill?: Reference;
  readonly "fill-opacity"?: Text;
  readonly "fill-rule"?: Text;
  readonly filter?: Reference;
  readonly "flood-color"?: Text;
  readonly "flood-opacity"?: Text;
  readonly "font-family"?: Text;
  readonly "font-size"?: Text;
  readonly "font-size-adjust"?: Text;
  readonly "font-stretch"?: Text;
  readonly "font-style"?: Text;
  readonly "font-variant"?: Text;
  readonly "font-weight"?: Text;
  readonly "glyph-orientation-horizontal"?: Text;
  readonly "glyph-orientation-vertical"?: Text;
  readonly id?: Text;
  readonly "image-rendering"?: Text;
  readonly lang?: Text;
  readonly "letter-spacing"?: Text;
  readonly "lighting-color"?: Text;
  readonly "marker-end"?: Reference;
  readonly "marker-mid"?: Reference;
  readonly "marker-start"?: Reference;
  readonly mask?: Reference;
  readonly opacity?: Text;
  readonly overflow?: Text;
  readonly "paint-order"?: Text;
  readonly "pointer-events"?: Text;
  readonly property?: Text;
  readonly rel?: Text;
  readonly resource?: Text;
  readonly rev?: Text;
  readonly "shape-rendering"?: Text;
  readonly "stop-color"?: Text;
  readonly "stop-opacity"?: Text;
  readonly stroke?: Reference;
  readonly "stroke-dasharray"?: Text;
  readonly "stroke-dashoffset"?: Text;
  readonly "stroke-linecap"?: Text;
  readonly "stroke-linejoin"?: Text;
  readonly "stroke-miterlimit"?: Text;
  readonly "stroke-opacity"?: Text;
  readonly "stroke-width"?: Text;
  readonly tabindex?: Text;
  readonly "text-anchor"?: Text;
  readonly "text-decoration"?: Text;
  readonly "text-overflow"?: Text;
  readonly "text-rendering"?: Text;
  readonly transform?: Text;
  readonly typeof?: Text;
  readonly "unicode-bidi"?: Text;
  readonly "vector-effect"?: Text;
  readonly visibility?: Text;
  readonly "white-space"?: Text;
  readonly "word-spacing"?: Text;
  readonly "writing-mode"?: Text;
}

/** `<a>` */
export interface AAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly download?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly href?: Url;
  readonly hreflang?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly ping?: UrlList;
  readonly referrerpolicy?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
  readonly target?: Text;
  readonly type?: Text;
}

/** `<animate>` */
export interface AnimateAttributes extends SvgGlobals {
  readonly accumulate?: Text;
  readonly additive?: Text;
  readonly attributeName?: Text;
  readonly attributeType?: Text;
  readonly begin?: Text;
  readonly by?: Reference;
  readonly calcMode?: Text;
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly dur?: Text;
  readonly "enable-background"?: Text;
  readonly end?: Text;
  readonly externalResourcesRequired?: Text;
  readonly from?: Reference;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly keySplines?: Text;
  readonly keyTimes?: Text;
  readonly max?: Text;
  readonly min?: Text;
  readonly repeatCount?: Text;
  readonly repeatDur?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly restart?: Text;
  readonly systemLanguage?: Text;
  readonly to?: Reference;
  readonly values?: Reference;
}

/** `<animateMotion>` */
export interface AnimateMotionAttributes extends SvgGlobals {
  readonly accumulate?: Text;
  readonly additive?: Text;
  readonly begin?: Text;
  readonly by?: Reference;
  readonly calcMode?: Text;
  readonly dur?: Text;
  readonly end?: Text;
  readonly externalResourcesRequired?: Text;
  readonly from?: Reference;
  readonly href?: Url;
  readonly keyPoints?: Text;
  readonly keySplines?: Text;
  readonly keyTimes?: Text;
  readonly max?: Text;
  readonly min?: Text;
  readonly origin?: Text;
  readonly path?: Text;
  readonly repeatCount?: Text;
  readonly repeatDur?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly restart?: Text;
  readonly rotate?: Text;
  readonly systemLanguage?: Text;
  readonly to?: Reference;
  readonly values?: Reference;
}

/** `<animateTransform>` */
export interface AnimateTransformAttributes extends SvgGlobals {
  readonly accumulate?: Text;
  readonly additive?: Text;
  readonly attributeName?: Text;
  readonly attributeType?: Text;
  readonly begin?: Text;
  readonly by?: Reference;
  readonly calcMode?: Text;
  readonly dur?: Text;
  readonly end?: Text;
  readonly externalResourcesRequired?: Text;
  readonly from?: Reference;
  readonly href?: Url;
  readonly keySplines?: Text;
  readonly keyTimes?: Text;
  readonly max?: Text;
  readonly min?: Text;
  readonly repeatCount?: Text;
  readonly repeatDur?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly restart?: Text;
  readonly systemLanguage?: Text;
  readonly to?: Reference;
  readonly type?: Text;
  readonly values?: Reference;
}

/** `<circle>` */
export interface CircleAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly cx?: Text;
  readonly cy?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly pathLength?: Text;
  readonly r?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<clipPath>` */
export interface ClipPathAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly clipPathUnits?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly kerning?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly systemLanguage?: Text;
}

/** `<defs>` */
export interface DefsAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly kerning?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly systemLanguage?: Text;
}

/** `<desc>` */
export interface DescAttributes extends SvgGlobals {
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<ellipse>` */
export interface EllipseAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly cx?: Text;
  readonly cy?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly pathLength?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly rx?: Text;
  readonly ry?: Text;
  readonly systemLanguage?: Text;
}

/** `<feBlend>` */
export interface FeBlendAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly in2?: Text;
  readonly kerning?: Text;
  readonly mode?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feColorMatrix>` */
export interface FeColorMatrixAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly type?: Text;
  readonly values?: Reference;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feComponentTransfer>` */
export interface FeComponentTransferAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feComposite>` */
export interface FeCompositeAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly in2?: Text;
  readonly k1?: Text;
  readonly k2?: Text;
  readonly k3?: Text;
  readonly k4?: Text;
  readonly kerning?: Text;
  readonly operator?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feConvolveMatrix>` */
export interface FeConvolveMatrixAttributes extends SvgGlobals {
  readonly bias?: Text;
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly divisor?: Text;
  readonly edgeMode?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kernelMatrix?: Text;
  readonly kernelUnitLength?: Text;
  readonly kerning?: Text;
  readonly order?: Text;
  readonly preserveAlpha?: Text;
  readonly result?: Text;
  readonly targetX?: Text;
  readonly targetY?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feDiffuseLighting>` */
export interface FeDiffuseLightingAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly diffuseConstant?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kernelUnitLength?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly surfaceScale?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feDisplacementMap>` */
export interface FeDisplacementMapAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly in2?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly scale?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly xChannelSelector?: Text;
  readonly y?: Text;
  readonly yChannelSelector?: Text;
}

/** `<feDistantLight>` */
export interface FeDistantLightAttributes extends SvgGlobals {
  readonly azimuth?: Text;
  readonly elevation?: Text;
}

/** `<feDropShadow>` */
export interface FeDropShadowAttributes extends SvgGlobals {
  readonly dx?: Text;
  readonly dy?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly result?: Text;
  readonly stdDeviation?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feFlood>` */
export interface FeFloodAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feFuncA>` */
export interface FeFuncAAttributes extends SvgGlobals {
  readonly amplitude?: Text;
  readonly exponent?: Text;
  readonly intercept?: Text;
  readonly offset?: Text;
  readonly slope?: Text;
  readonly tableValues?: Text;
  readonly type?: Text;
}

/** `<feFuncB>` */
export interface FeFuncBAttributes extends SvgGlobals {
  readonly amplitude?: Text;
  readonly exponent?: Text;
  readonly intercept?: Text;
  readonly offset?: Text;
  readonly slope?: Text;
  readonly tableValues?: Text;
  readonly type?: Text;
}

/** `<feFuncG>` */
export interface FeFuncGAttributes extends SvgGlobals {
  readonly amplitude?: Text;
  readonly exponent?: Text;
  readonly intercept?: Text;
  readonly offset?: Text;
  readonly slope?: Text;
  readonly tableValues?: Text;
  readonly type?: Text;
}

/** `<feFuncR>` */
export interface FeFuncRAttributes extends SvgGlobals {
  readonly amplitude?: Text;
  readonly exponent?: Text;
  readonly intercept?: Text;
  readonly offset?: Text;
  readonly slope?: Text;
  readonly tableValues?: Text;
  readonly type?: Text;
}

/** `<feGaussianBlur>` */
export interface FeGaussianBlurAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly edgeMode?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly stdDeviation?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feImage>` */
export interface FeImageAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly crossorigin?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly height?: Text;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly preserveAspectRatio?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feMerge>` */
export interface FeMergeAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feMergeNode>` */
export interface FeMergeNodeAttributes extends SvgGlobals {
  readonly in?: Text;
}

/** `<feMorphology>` */
export interface FeMorphologyAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kerning?: Text;
  readonly operator?: Text;
  readonly radius?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feOffset>` */
export interface FeOffsetAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly dx?: Text;
  readonly dy?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<fePointLight>` */
export interface FePointLightAttributes extends SvgGlobals {
  readonly x?: Text;
  readonly y?: Text;
  readonly z?: Text;
}

/** `<feSpecularLighting>` */
export interface FeSpecularLightingAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kernelUnitLength?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly specularConstant?: Text;
  readonly specularExponent?: Text;
  readonly surfaceScale?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feSpotLight>` */
export interface FeSpotLightAttributes extends SvgGlobals {
  readonly limitingConeAngle?: Text;
  readonly pointsAtX?: Text;
  readonly pointsAtY?: Text;
  readonly pointsAtZ?: Text;
  readonly specularExponent?: Text;
  readonly x?: Text;
  readonly y?: Text;
  readonly z?: Text;
}

/** `<feTile>` */
export interface FeTileAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly in?: Text;
  readonly kerning?: Text;
  readonly result?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<feTurbulence>` */
export interface FeTurbulenceAttributes extends SvgGlobals {
  readonly baseFrequency?: Text;
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly numOctaves?: Text;
  readonly result?: Text;
  readonly seed?: Text;
  readonly stitchTiles?: Text;
  readonly type?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<filter>` */
export interface FilterAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly filterRes?: Text;
  readonly filterUnits?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly primitiveUnits?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<foreignObject>` */
export interface ForeignObjectAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<g>` */
export interface GAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<image>` */
export interface ImageAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly crossorigin?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly height?: Text;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly preserveAspectRatio?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
  readonly type?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<line>` */
export interface LineAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly pathLength?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
  readonly x1?: Text;
  readonly x2?: Text;
  readonly y1?: Text;
  readonly y2?: Text;
}

/** `<linearGradient>` */
export interface LinearGradientAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly gradientTransform?: Text;
  readonly gradientUnits?: Text;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly spreadMethod?: Text;
  readonly x1?: Text;
  readonly x2?: Text;
  readonly y1?: Text;
  readonly y2?: Text;
}

/** `<marker>` */
export interface MarkerAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly kerning?: Text;
  readonly markerHeight?: Text;
  readonly markerUnits?: Text;
  readonly markerWidth?: Text;
  readonly orient?: Text;
  readonly preserveAspectRatio?: Text;
  readonly refX?: Text;
  readonly refY?: Text;
  readonly viewBox?: Text;
}

/** `<mask>` */
export interface MaskAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly maskContentUnits?: Text;
  readonly maskUnits?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly systemLanguage?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<metadata>` */
export interface MetadataAttributes extends SvgGlobals {
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<mpath>` */
export interface MpathAttributes extends SvgGlobals {
  readonly externalResourcesRequired?: Text;
  readonly href?: Url;
}

/** `<path>` */
export interface PathAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly d?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly pathLength?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<pattern>` */
export interface PatternAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly height?: Text;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly patternContentUnits?: Text;
  readonly patternTransform?: Text;
  readonly patternUnits?: Text;
  readonly preserveAspectRatio?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly systemLanguage?: Text;
  readonly viewBox?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<polygon>` */
export interface PolygonAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly pathLength?: Text;
  readonly points?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<polyline>` */
export interface PolylineAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly pathLength?: Text;
  readonly points?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<radialGradient>` */
export interface RadialGradientAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly cx?: Text;
  readonly cy?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly fr?: Text;
  readonly fx?: Text;
  readonly fy?: Text;
  readonly gradientTransform?: Text;
  readonly gradientUnits?: Text;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly r?: Text;
  readonly spreadMethod?: Text;
}

/** `<rect>` */
export interface RectAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly pathLength?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly rx?: Text;
  readonly ry?: Text;
  readonly systemLanguage?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<script>` */
export interface ScriptAttributes extends SvgGlobals {
  readonly crossorigin?: Text;
  readonly externalResourcesRequired?: Text;
  readonly href?: Url;
  readonly type?: Text;
}

/** `<set>` */
export interface SetAttributes extends SvgGlobals {
  readonly attributeName?: Text;
  readonly attributeType?: Text;
  readonly begin?: Text;
  readonly dur?: Text;
  readonly end?: Text;
  readonly externalResourcesRequired?: Text;
  readonly href?: Url;
  readonly max?: Text;
  readonly min?: Text;
  readonly repeatCount?: Text;
  readonly repeatDur?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly restart?: Text;
  readonly systemLanguage?: Text;
  readonly to?: Reference;
}

/** `<stop>` */
export interface StopAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly kerning?: Text;
  readonly offset?: Text;
}

/** `<style>` */
export interface StyleAttributes extends SvgGlobals {
  readonly media?: Text;
  readonly title?: Text;
  readonly type?: Text;
}

/** `<svg>` */
export interface SvgAttributes extends SvgGlobals {
  readonly baseProfile?: Text;
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly contentScriptType?: Text;
  readonly contentStyleType?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly playbackOrder?: Text;
  readonly playbackorder?: Text;
  readonly preserveAspectRatio?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly snapshotTime?: Text;
  readonly syncBehaviorDefault?: Text;
  readonly syncToleranceDefault?: Text;
  readonly systemLanguage?: Text;
  readonly timelineBegin?: Text;
  readonly timelinebegin?: Text;
  readonly version?: Text;
  readonly viewBox?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
  readonly zoomAndPan?: Text;
}

/** `<switch>` */
export interface SwitchAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<symbol>` */
export interface SymbolAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly height?: Text;
  readonly kerning?: Text;
  readonly preserveAspectRatio?: Text;
  readonly refX?: Text;
  readonly refY?: Text;
  readonly viewBox?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<text>` */
export interface TextAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly dx?: Text;
  readonly dy?: Text;
  readonly editable?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly lengthAdjust?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly rotate?: Text;
  readonly systemLanguage?: Text;
  readonly textLength?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<textPath>` */
export interface TextPathAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly lengthAdjust?: Text;
  readonly method?: Text;
  readonly path?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly side?: Text;
  readonly spacing?: Text;
  readonly startOffset?: Text;
  readonly systemLanguage?: Text;
  readonly textLength?: Text;
}

/** `<title>` */
export interface TitleAttributes extends SvgGlobals {
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
}

/** `<tspan>` */
export interface TspanAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly dx?: Text;
  readonly dy?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly kerning?: Text;
  readonly lengthAdjust?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly rotate?: Text;
  readonly systemLanguage?: Text;
  readonly textLength?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<use>` */
export interface UseAttributes extends SvgGlobals {
  readonly clip?: Text;
  readonly "color-profile"?: Text;
  readonly "enable-background"?: Text;
  readonly externalResourcesRequired?: Text;
  readonly focusHighlight?: Text;
  readonly focusable?: Text;
  readonly height?: Text;
  readonly href?: Url;
  readonly kerning?: Text;
  readonly "nav-down"?: Text;
  readonly "nav-down-left"?: Text;
  readonly "nav-down-right"?: Text;
  readonly "nav-left"?: Text;
  readonly "nav-next"?: Text;
  readonly "nav-prev"?: Text;
  readonly "nav-right"?: Text;
  readonly "nav-up"?: Text;
  readonly "nav-up-left"?: Text;
  readonly "nav-up-right"?: Text;
  readonly requiredExtensions?: Text;
  readonly requiredFeatures?: Text;
  readonly requiredFonts?: Text;
  readonly requiredFormats?: Text;
  readonly systemLanguage?: Text;
  readonly width?: Text;
  readonly x?: Text;
  readonly y?: Text;
}

/** `<view>` */
export interface ViewAttributes extends SvgGlobals {
  readonly externalResourcesRequired?: Text;
  readonly preserveAspectRatio?: Text;
  readonly viewBox?: Text;
  readonly viewTarget?: Text;
  readonly zoomAndPan?: Text;
}

/** The attributes of each element. */
export interface SvgAttributesByTag {
  readonly a: AAttributes;
  readonly animate: AnimateAttributes;
  readonly animateMotion: AnimateMotionAttributes;
  readonly animateTransform: AnimateTransformAttributes;
  readonly circle: CircleAttributes;
  readonly clipPath: ClipPathAttributes;
  readonly defs: DefsAttributes;
  readonly desc: DescAttributes;
  readonly ellipse: EllipseAttributes;
  readonly feBlend: FeBlendAttributes;
  readonly feColorMatrix: FeColorMatrixAttributes;
  readonly feComponentTransfer: FeComponentTransferAttributes;
  readonly feComposite: FeCompositeAttributes;
  readonly feConvolveMatrix: FeConvolveMatrixAttributes;
  readonly feDiffuseLighting: FeDiffuseLightingAttributes;
  readonly feDisplacementMap: FeDisplacementMapAttributes;
  readonly feDistantLight: FeDistantLightAttributes;
  readonly feDropShadow: FeDropShadowAttributes;
  readonly feFlood: FeFloodAttributes;
  readonly feFuncA: FeFuncAAttributes;
  readonly feFuncB: FeFuncBAttributes;
  readonly feFuncG: FeFuncGAttributes;
  readonly feFuncR: FeFuncRAttributes;
  readonly feGaussianBlur: FeGaussianBlurAttributes;
  readonly feImage: FeImageAttributes;
  readonly feMerge: FeMergeAttributes;
  readonly feMergeNode: FeMergeNodeAttributes;
  readonly feMorphology: FeMorphologyAttributes;
  readonly feOffset: FeOffsetAttributes;
  readonly fePointLight: FePointLightAttributes;
  readonly feSpecularLighting: FeSpecularLightingAttributes;
  readonly feSpotLight: FeSpotLightAttributes;
  readonly feTile: FeTileAttributes;
  readonly feTurbulence: FeTurbulenceAttributes;
  readonly filter: FilterAttributes;
  readonly foreignObject: ForeignObjectAttributes;
  readonly g: GAttributes;
  readonly image: ImageAttributes;
  readonly line: LineAttributes;
  readonly linearGradient: LinearGradientAttributes;
  readonly marker: MarkerAttributes;
  readonly mask: MaskAttributes;
  readonly metadata: MetadataAttributes;
  readonly mpath: MpathAttributes;
  readonly path: PathAttributes;
  readonly pattern: PatternAttributes;
  readonly polygon: PolygonAttributes;
  readonly polyline: PolylineAttributes;
  readonly radialGradient: RadialGradientAttributes;
  readonly rect: RectAttributes;
  readonly script: ScriptAttributes;
  readonly set: SetAttributes;
  readonly stop: StopAttributes;
  readonly style: StyleAttributes;
  readonly svg: SvgAttributes;
  readonly switch: SwitchAttributes;
  readonly symbol: SymbolAttributes;
  readonly text: TextAttributes;
  readonly textPath: TextPathAttributes;
  readonly title: TitleAttributes;
  readonly tspan: TspanAttributes;
  readonly use: UseAttributes;
  readonly view: ViewAttributes;
}
