import fc from "fast-check";

// What markup, URLs, CSS and scripts are made of, and what ends a context.
const PIECES = [
  ..."< > \" ' & ; = / \\ ` : # % , ( ) { } [ ] ! ? @ $ * + - . 0 1 a B x".split(" "),
  ..."&lt; &quot; &#34; &#x27 &amp;amp; <!-- --> --!> <! ]]> <![CDATA[ <? ?>".split(" "),
  ..."<script> </script> </SCRIPT/ </style> </title> </textarea> </pre> </iframe> </noscript> </svg> </template> </td>".split(
    " ",
  ),
  ..."<img/src=x/onerror=alert(1)> onclick= srcdoc= autofocus style= javascript: JaVaScRiPt: vbscript: data:text/html,".split(
    " ",
  ),
  ..."http://a/ https: // mailto: tel: blob: about: url( #id 0;url= 5; ,refresh 1x 100w expression( /* */ !important var(--a)".split(
    " ",
  ),
  ..."$& $1 {{ }} ${ __proto__ constructor".split(" "),
  "\0",
  "\t",
  "\n",
  "\f",
  "\r",
  "\r\n",
  " ",
  "\u0001",
  "\u000b",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\u2029",
  "\uFEFF",
  "\uFFFD",
  "\uFFFF",
  "\ud800",
  "\udc00",
  "é",
  "＜",
  "🎉",
  "İ",
  "ſ",
];

/** What a person might send: of hostile pieces, of any characters, or long. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 5 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  // Parsers drop a line end at some places.
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom("\n", "\r", " ", "a", "<"), minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...PIECES), minLength: 20, maxLength: 60 }) },
);
