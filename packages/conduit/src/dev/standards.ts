// Written by `npm run elements` from the standards' data. Do not edit.
import { words } from "./words.ts";

/** Tags of html. */
export const htmlTags: ReadonlySet<string> = words(
  "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col " +
    "colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 " +
    "h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu " +
    "meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script " +
    "search section select selectedcontent slot small source span strong style sub summary sup table tbody td " +
    "template textarea tfoot th thead time title tr track u ul var video wbr",
);

/** Tags of svg. */
export const svgTags: ReadonlySet<string> = words(
  "a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix " +
    "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight " +
    "feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology " +
    "feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g image line " +
    "linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect script set stop " +
    "style svg switch symbol text textPath title tspan use view",
);

/** Tags of mathml. */
export const mathmlTags: ReadonlySet<string> = words(
  "a annotation annotation-xml maction math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom " +
    "mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover " +
    "semantics",
);

/** Roles that WAI-ARIA defines for authors. */
export const roles: ReadonlySet<string> = words(
  "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader " +
    "combobox comment complementary contentinfo definition deletion dialog directory doc-abstract " +
    "doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref " +
    "doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote " +
    "doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary " +
    "doc-glossref doc-index doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader " +
    "doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc document " +
    "emphasis feed figure form generic graphics-document graphics-object graphics-symbol grid gridcell group " +
    "heading image img insertion link list listbox listitem log main mark marquee math menu menubar menuitem " +
    "menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio " +
    "radiogroup region row rowgroup rowheader scrollbar search searchbox sectionfooter sectionheader separator " +
    "slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term " +
    "textbox time timer toolbar tooltip tree treegrid treeitem",
);

/** What a role forbids. */
export const prohibited: Readonly<Record<string, ReadonlySet<string>>> = {
  caption: words("aria-label aria-labelledby"),
  code: words("aria-label aria-labelledby"),
  deletion: words("aria-label aria-labelledby"),
  emphasis: words("aria-label aria-labelledby"),
  generic: words("aria-label aria-labelledby"),
  insertion: words("aria-label aria-labelledby"),
  none: words("aria-label aria-labelledby"),
  paragraph: words("aria-label aria-labelledby"),
  presentation: words("aria-label aria-labelledby"),
  strong: words("aria-label aria-labelledby"),
  subscript: words("aria-label aria-labelledby"),
  superscript: words("aria-label aria-labelledby"),
};

/** Elements whose role is the same wherever they stand and forbids something. */
export const implicitRoles: Readonly<Record<string, string>> = {
  b: "generic",
  bdo: "generic",
  body: "generic",
  caption: "caption",
  code: "code",
  data: "generic",
  del: "deletion",
  div: "generic",
  em: "emphasis",
  i: "generic",
  ins: "insertion",
  p: "paragraph",
  pre: "generic",
  q: "generic",
  samp: "generic",
  small: "generic",
  span: "generic",
  strong: "strong",
  sub: "subscript",
  sup: "superscript",
  u: "generic",
};
