// Written by `npm run elements` from the standards' data. Do not edit.
import type {
  AAttributes,
  AnnotationAttributes,
  AnnotationXmlAttributes,
  MathAttributes,
  MathmlGlobals,
  MfracAttributes,
  MiAttributes,
  MoAttributes,
  MoverAttributes,
  MpaddedAttributes,
  MspaceAttributes,
  MtdAttributes,
  MunderAttributes,
  MunderoverAttributes,
} from "./attributes.ts";
import type { Builder } from "../html/builder.ts";
import { element } from "../html/element.ts";

export const a: Builder<AAttributes> = /* @__PURE__ */ element("a");
export const annotation: Builder<AnnotationAttributes> = /* @__PURE__ */ element("annotation");
export const annotationXml: Builder<AnnotationXmlAttributes> = /* @__PURE__ */ element("annotation-xml");
export const maction: Builder<MathmlGlobals> = /* @__PURE__ */ element("maction");
export const math: Builder<MathAttributes> = /* @__PURE__ */ element("math");
export const merror: Builder<MathmlGlobals> = /* @__PURE__ */ element("merror");
export const mfrac: Builder<MfracAttributes> = /* @__PURE__ */ element("mfrac");
export const mi: Builder<MiAttributes> = /* @__PURE__ */ element("mi");
export const mmultiscripts: Builder<MathmlGlobals> = /* @__PURE__ */ element("mmultiscripts");
export const mn: Builder<MathmlGlobals> = /* @__PURE__ */ element("mn");
export const mo: Builder<MoAttributes> = /* @__PURE__ */ element("mo");
export const mover: Builder<MoverAttributes> = /* @__PURE__ */ element("mover");
export const mpadded: Builder<MpaddedAttributes> = /* @__PURE__ */ element("mpadded");
export const mphantom: Builder<MathmlGlobals> = /* @__PURE__ */ element("mphantom");
export const mprescripts: Builder<MathmlGlobals> = /* @__PURE__ */ element("mprescripts");
export const mroot: Builder<MathmlGlobals> = /* @__PURE__ */ element("mroot");
export const mrow: Builder<MathmlGlobals> = /* @__PURE__ */ element("mrow");
export const ms: Builder<MathmlGlobals> = /* @__PURE__ */ element("ms");
export const mspace: Builder<MspaceAttributes> = /* @__PURE__ */ element("mspace");
export const msqrt: Builder<MathmlGlobals> = /* @__PURE__ */ element("msqrt");
export const mstyle: Builder<MathmlGlobals> = /* @__PURE__ */ element("mstyle");
export const msub: Builder<MathmlGlobals> = /* @__PURE__ */ element("msub");
export const msubsup: Builder<MathmlGlobals> = /* @__PURE__ */ element("msubsup");
export const msup: Builder<MathmlGlobals> = /* @__PURE__ */ element("msup");
export const mtable: Builder<MathmlGlobals> = /* @__PURE__ */ element("mtable");
export const mtd: Builder<MtdAttributes> = /* @__PURE__ */ element("mtd");
export const mtext: Builder<MathmlGlobals> = /* @__PURE__ */ element("mtext");
export const mtr: Builder<MathmlGlobals> = /* @__PURE__ */ element("mtr");
export const munder: Builder<MunderAttributes> = /* @__PURE__ */ element("munder");
export const munderover: Builder<MunderoverAttributes> = /* @__PURE__ */ element("munderover");
export const semantics: Builder<MathmlGlobals> = /* @__PURE__ */ element("semantics");
