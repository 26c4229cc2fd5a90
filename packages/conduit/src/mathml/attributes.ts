// Written by `npm run elements` from the standards' data. Do not edit.
import type { Flag, Nonce, None, Text, TrueFalse, Url } from "../html/attribute-values.ts";
import type { ForeignAttributes } from "../html/global-attributes.ts";

/** Attributes that every element has. */
export interface MathmlGlobals extends ForeignAttributes {
  readonly autofocus?: Flag;
  readonly dir?: "ltr" | "rtl" | None;
  readonly displaystyle?: TrueFalse;
  readonly mathbackground?: Text;
  readonly mathcolor?: Text;
  readonly mathsize?: Text;
  readonly nonce?: Nonce;
  readonly scriptlevel?: Text;
  readonly tabindex?: Text;
}

/** `<a>` */
export interface AAttributes extends MathmlGlobals {
  readonly href?: Url;
  readonly target?: Text;
}

/** `<annotation>` */
export interface AnnotationAttributes extends MathmlGlobals {
  readonly encoding?: Text;
}

/** `<annotation-xml>` */
export interface AnnotationXmlAttributes extends MathmlGlobals {
  readonly encoding?: Text;
}

/** `<math>` */
export interface MathAttributes extends MathmlGlobals {
  readonly alttext?: Text;
  readonly display?: "block" | "inline" | None;
}

/** `<mfrac>` */
export interface MfracAttributes extends MathmlGlobals {
  readonly linethickness?: Text;
}

/** `<mi>` */
export interface MiAttributes extends MathmlGlobals {
  readonly mathvariant?: "normal" | None;
}

/** `<mo>` */
export interface MoAttributes extends MathmlGlobals {
  readonly fence?: TrueFalse;
  readonly form?: "prefix" | "infix" | "postfix" | None;
  readonly largeop?: TrueFalse;
  readonly lspace?: Text;
  readonly maxsize?: Text;
  readonly minsize?: Text;
  readonly movablelimits?: TrueFalse;
  readonly rspace?: Text;
  readonly separator?: TrueFalse;
  readonly stretchy?: TrueFalse;
  readonly symmetric?: TrueFalse;
}

/** `<mover>` */
export interface MoverAttributes extends MathmlGlobals {
  readonly accent?: TrueFalse;
}

/** `<mpadded>` */
export interface MpaddedAttributes extends MathmlGlobals {
  readonly depth?: Text;
  readonly height?: Text;
  readonly lspace?: Text;
  readonly voffset?: Text;
  readonly width?: Text;
}

/** `<mspace>` */
export interface MspaceAttributes extends MathmlGlobals {
  readonly depth?: Text;
  readonly height?: Text;
  readonly width?: Text;
}

/** `<mtd>` */
export interface MtdAttributes extends MathmlGlobals {
  readonly columnspan?: Text;
  readonly rowspan?: Text;
}

/** `<munder>` */
export interface MunderAttributes extends MathmlGlobals {
  readonly accentunder?: TrueFalse;
}

/** `<munderover>` */
export interface MunderoverAttributes extends MathmlGlobals {
  readonly accent?: TrueFalse;
  readonly accentunder?: TrueFalse;
}

/** The attributes of each element. */
export interface MathmlAttributesByTag {
  readonly a: AAttributes;
  readonly annotation: AnnotationAttributes;
  readonly "annotation-xml": AnnotationXmlAttributes;
  readonly maction: MathmlGlobals;
  readonly math: MathAttributes;
  readonly merror: MathmlGlobals;
  readonly mfrac: MfracAttributes;
  readonly mi: MiAttributes;
  readonly mmultiscripts: MathmlGlobals;
  readonly mn: MathmlGlobals;
  readonly mo: MoAttributes;
  readonly mover: MoverAttributes;
  readonly mpadded: MpaddedAttributes;
  readonly mphantom: MathmlGlobals;
  readonly mprescripts: MathmlGlobals;
  readonly mroot: MathmlGlobals;
  readonly mrow: MathmlGlobals;
  readonly ms: MathmlGlobals;
  readonly mspace: MspaceAttributes;
  readonly msqrt: MathmlGlobals;
  readonly mstyle: MathmlGlobals;
  readonly msub: MathmlGlobals;
  readonly msubsup: MathmlGlobals;
  readonly msup: MathmlGlobals;
  readonly mtable: MathmlGlobals;
  readonly mtd: MtdAttributes;
  readonly mtext: MathmlGlobals;
  readonly mtr: MathmlGlobals;
  readonly munder: MunderAttributes;
  readonly munderover: MunderoverAttributes;
  readonly semantics: MathmlGlobals;
}
