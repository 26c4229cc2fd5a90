import * as c from "../../src/index.ts";
import { html } from "../../src/index.ts";
import * as m from "../../src/mathml/index.ts";
import * as s from "../../src/svg/index.ts";

const specials = `&<>"'`;
const escaped = "&amp;&lt;&gt;&#34;&#39;";
const block = c.css`color: red`;
const none = [null, undefined, false];
const rows = Array.from({ length: 500 }, (_, i) => i);
const twice = (node: c.Html): c.Html => c.div(node, node);
const all = (...children: readonly c.Child[]): c.Html => c.each(children, (child) => child);

/** A template, and builders (or trusted HTML) that write the same bytes. */
export const templates: readonly (readonly [name: string, template: () => c.Html, same: () => c.Html])[] = [
  // Static markup
  ["nothing", () => html``, () => c.raw("")],
  ["an element", () => html`<p></p>`, () => c.p()],
  ["several roots", () => html`<p>a</p>b<br /><i></i>`, () => c.raw("<p>a</p>b<br /><i></i>")],
  ["what the author wrote", () => html`<P  CLASS=a title='&amp;'	hidden >&copy; > " </P >`, () => c.raw(`<P  CLASS=a title='&amp;'	hidden >&copy; > " </P >`)],
  ["static handlers and scripts", () => html`<p onclick="a()"><script>a("</b>", 1 < 2)</script></p>`, () => c.raw(`<p onclick="a()"><script>a("</b>", 1 < 2)</script></p>`)],
  ["attributes of other libraries", () => html`<p @click.prevent="a" :b="c" x-on:d=e></p>`, () => c.raw(`<p @click.prevent="a" :b="c" x-on:d=e></p>`)],
  ["comments", () => html`<!-- <b> - -- "' --><p><!----><!-- - --></p>`, () => c.raw(`<!-- <b> - -- "' --><p><!----><!-- - --></p>`)],
  ["elements of its own", () => html`<my-card é="1">${"a"}</my-card><x-é.b_c:d></x-é.b_c:d>`, () => c.raw(`<my-card é="1">a</my-card><x-é.b_c:d></x-é.b_c:d>`)],
  ["text outside of ASCII", () => html`<p>é日本 🎉</p>`, () => c.p("é日本 🎉")],
  ["void elements, however they are closed", () => html`<br><br/><BR /><img alt=a /><hr class=${"a"}/>`, () => c.raw(`<br><br/><BR /><img alt=a /><hr class="a"/>`)],
  ["a document", () => html`<!doctype html><html lang="en"><body>${1}</body></html>`, () => c.document(c.html_({ lang: "en" }, c.body(1)))],
  ["a doctype as it is written", () => html`
 <!DOCTYPE  HTML ><p></p>`, () => c.raw("\n <!DOCTYPE  HTML ><p></p>")],
  ["NUL, CR and lone surrogates in static text", () => html`<p title="\0\r\n">a\0b\r\ud800</p>`, () => c.p({ title: "\0\r\n" }, "a\0b\r\ud800")],
  ["static text that is too long to be joined", () => html`<p>${1}</p><b>${null}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</b>${null}<i id=${1}>${2}</i>`, () => c.raw(`<p>1</p><b>${"a".repeat(272)}</b><i id="1">2</i>`)],

  // Children
  ["text", () => html`<p>${specials}</p>`, () => c.p(specials)],
  ["texts without an element", () => html`${"a"}${specials}`, () => all("a", specials)],
  ["numbers, nothing and lists", () => html`<p>${1}${2n}${none}${true}${["a", [c.b("<")]]}${""}</p>`, () => c.p(1, 2n, none, true, ["a", [c.b("<")]], "")],
  ["nothing between static text", () => html`<p>a${null}b${none}c</p>`, () => c.p("a", null, "b", none, "c")],
  ["nodes and trusted HTML", () => html`<p>${c.b("x")}${c.raw("<i>")}${html`<u>${"<"}</u>`}</p>`, () => c.p(c.b("x"), c.raw("<i>"), c.u("<"))],
  ["a template as a child of builders", () => c.div({ id: "a" }, html`<b>${1}</b>`), () => c.div({ id: "a" }, c.b(1))],
  ["each, when and keep", () => html`<ul>${c.each([1, 2], (n) => html`<li>${n}</li>`)}${c.when(0, () => "x")}${c.keep(html`<hr>`)}</ul>`, () => c.ul(c.each([1, 2], (n) => c.li(n)), c.keep(c.hr()))],
  ["a node that is used twice", () => twice(html`<b>${1}</b>`), () => twice(c.b(1))],
  ["text of title and textarea", () => html`<title>a ${"</title>"} &lt;</title><textarea name="a">${"</textarea>"}</textarea>`, () => all(c.title("a ", "</title>", " <"), c.textarea({ name: "a" }, "</textarea>"))],
  ["trusted scripts and styles", () => html`<script>let a = ${c.raw("1 < 2")}, b = ${c.json({ a: "</script>" })};${null}</script><style>${[c.rawCss("a{}"), true]}</style><iframe>${c.raw("x")}</iframe>`, () => all(c.script(c.rawScript("let a = "), c.raw("1 < 2"), c.rawScript(", b = "), c.json({ a: "</script>" }), c.rawScript(";")), c.style(c.rawCss("a{}")), c.iframe(c.raw("x")))],
  ["scripts without text", () => html`<SCRIPT src=${"/a.js"}>${null}</SCRIPT>`, () => c.raw('<SCRIPT src="/a.js"></SCRIPT>')],
  ["what only looks like an end tag", () => html`<script>a </scrip${c.rawScript("1")} </b> <${c.rawScript("!-")}</script>`, () => c.raw("<script>a </scrip1 </b> <!-</script>")],
  ["500 rows", () => html`<table>${rows.map((n) => html`<tr><td class="n">${n}</td><td>${specials}</td></tr>`)}</table>`, () => c.table(rows.map((n) => c.tr(c.td({ class: "n" }, n), c.td(specials))))],

  // The first line end
  ["a line end in pre", () => html`<pre>${"\na"}</pre>`, () => c.pre("\na")],
  ["a line end in textarea", () => html`<textarea id=${1}>${"\na"}</textarea>`, () => c.textarea({ id: 1 }, "\na")],
  ["a line end after nothing", () => html`<pre id="a">${null}${""}${"\n"}${"\n"}</pre>`, () => c.pre({ id: "a" }, null, "", "\n", "\n")],
  ["a static line end after nothing", () => html`<pre>${null}
a</pre>`, () => c.pre(null, "\na")],
  ["a static line end after something", () => html`<pre>${"x"}
a</pre>`, () => c.pre("x", "\na")],
  ["a node in pre", () => html`<pre>${c.b("\n")}</pre>`, () => c.pre(c.b("\n"))],
  ["a line end after static text in pre", () => html`<pre>a${"\nb"}</pre>`, () => c.pre("a", "\nb")],
  ["a line end after static text in textarea", () => html`<textarea>a${"\nb"}</textarea>`, () => c.textarea("a", "\nb")],
  ["a line end after an element in pre", () => html`<pre><b></b>${"\nb"}</pre>`, () => c.raw("<pre><b></b>\nb</pre>")],
  ["a line end of an element in pre", () => html`<pre><b>${"\nb"}</b></pre>`, () => c.raw("<pre><b>\nb</b></pre>")],
  ["the author's own first line end", () => html`<pre>
a${"\nb"}</pre>`, () => c.raw("<pre>\na\nb</pre>")],
  ["the author's own first line end before a hole", () => html`<pre>
${"\nb"}</pre>`, () => c.raw("<pre>\n\nb</pre>")],
  ["no doubling elsewhere", () => html`<p>${"\na"}${null}
b</p>`, () => c.p("\na", "\nb")],

  // Whole values
  ["values, however they are quoted", () => html`<p id=${specials} title="${specials}" lang='${specials}' ></p>`, () => c.raw(`<p id="${escaped}" title="${escaped}" lang="${escaped}" ></p>`)],
  ["flags", () => html`<input required=${true} disabled="${false}" checked=${null} name=${undefined}>`, () => c.input({ required: true, disabled: false, checked: null, name: undefined })],
  ["true and false spelled out", () => html`<p aria-busy=${true} aria-hidden=${false} draggable=${false}></p>`, () => c.p({ "aria-busy": true, "aria-hidden": false, draggable: false })],
  ["numbers", () => html`<td colspan=${2} data-n=${3n}></td>`, () => c.td({ colspan: 2, "data-n": 3n })],
  ["classes", () => html`<p class=${["a", { b: true, c: false }, null]}></p><p class=${[]}></p>`, () => all(c.p({ class: ["a", "b"] }), c.p())],
  ["styles", () => html`<p style=${{ color: "red", "font-size": "2em", margin: "x;y" }}></p>`, () => c.p({ style: { color: "red", "font-size": "2em" } })],
  ["URLs", () => html`<a href=${"javascript:a()"} ping="${"/x?a=1&b"}">a</a>`, () => c.a({ href: "javascript:a()", ping: "/x?a=1&b" } as never, "a")],
  ["white space around values", () => html`<p
    id = ${1}
    lang="en"	title=${2}
  ></p>`, () => c.raw(`<p id="1"\n    lang="en" title="2"\n  ></p>`)],
  ["attributes without a value between", () => html`<p hidden id=${null} lang=en title=${1} dir></p>`, () => c.raw(`<p hidden lang=en title="1" dir></p>`)],

  // Parts of values
  ["parts of a class", () => html`<p class="a ${"b"} ${["c", { d: 1, e: 0 }]}${none[0]} ${true} f"></p>`, () => c.p({ class: "a b c d  f" })],
  ["parts of text", () => html`<p title='"${1}" &amp; &#39;${2n}&#x3c;&nbsp;&quot;${specials}' id="a-${null}${false}${undefined}"></p>`, () => c.p({ title: `"1" & '2<\u00a0"${specials}`, id: "a-" })],
  ["parts of a URL", () => html`<a href="/u/${"a b"}?q=${specials}&copy=${1}&a=2 & b">a</a>`, () => c.a({ href: `/u/a b?q=${specials}&copy=1&a=2 & b` }, "a")],
  ["a scheme in parts", () => html`<a href="${"java"}script${":"}a()">a</a><a href="https:${"//a"}">b</a><a href=" ${"data:x"}">c</a>`, () => all(c.a({ href: "javascript:a()" }, "a"), c.a({ href: "https://a" }, "b"), c.a({ href: " data:x" }, "c"))],
  ["a surrogate pair in two parts", () => html`<p title="${"\ud83c"}${"\udf89"}"></p>`, () => c.p({ title: "🎉" })],
  ["NUL and CR in static parts", () => html`<p title="\0\r${1}"></p>`, () => c.p({ title: "\0\r1" })],
  ["parts that are not there", () => html`<p class="a ${null}" aria-label="${null}${null}"></p>`, () => c.p({ class: "a ", "aria-label": "" })],
  ["several attributes with parts", () => html`<p id="a${1}" class="b${2}" title="c${3}${4}d">${5}</p>`, () => c.p({ id: "a1", class: "b2", title: "c34d" }, 5)],

  // Styles with holes
  ["values of declarations", () => html`<p style="color:${"red"};width:${2}px;margin:0 ${"auto"} ${1}px"></p>`, () => c.p({ style: { color: "red", width: "2px", margin: "0 auto 1px" } })],
  ["values that are not safe", () => html`<p style="color:${"red;x"};width:${2}px;margin:0 ${"url(x)"} ${1}px;top:${1}px"></p>`, () => c.p({ style: { width: "2px", top: "1px" } })],
  ["values that are nothing", () => html`<p style="color:${null};a:b;width:${undefined}px;top:${false};left:${true};right:${""};bottom:${1}px"></p>`, () => c.raw(`<p style="a:b;bottom:1px"></p>`)],
  ["only values that are nothing", () => html`<p style=" color:${null};width:${"}"};"></p>`, () => c.p()],
  ["the author's declarations", () => html`<p style="background:url(a;b.png) ${"red"};content:'&quot;;' ; --a: ${"b"}!important; /*;*/ top: calc(1px + ${2}px)"></p>`, () => c.raw(`<p style="background:url(a;b.png) red;content:&#39;&#34;;&#39; ; --a: b!important; /*;*/ top: calc(1px + 2px)"></p>`)],
  ["words of a value", () => html`<p style="color:#${"fff"};a:rgb(${1},${2}, ${3});margin:-${1}px +${2}% (${3}) [a ${"b"} ]"></p>`, () => c.raw(`<p style="color:#fff;a:rgb(1,2, 3);margin:-1px +2% (3) [a b ]"></p>`)],
  ["trusted CSS", () => html`<p style="background: ${c.rawCss("url(/a.png)")}"></p>`, () => c.raw(`<p style="background: url(/a.png)"></p>`)],
  ["declarations after the last hole", () => html`<p style="a:b;color:${"red"} ;c:d; e:f"></p><p style='color:${"}"}; c:d'></p>`, () => c.raw(`<p style="a:b;color:red ;c:d; e:f"></p><p style=" c:d"></p>`)],

  // Records
  ["a record", () => html`<p ${{ id: "a", hidden: true, title: specials, class: ["b"] }}>x</p>`, () => c.p({ id: "a", hidden: true, title: specials, class: ["b"] }, "x")],
  ["a record between attributes", () => html`<p lang="en"  ${{ id: 1 }} title=${2} ></p>`, () => c.raw(`<p lang="en" id="1" title="2" ></p>`)],
  ["no record", () => html`<p ${null}></p><br ${undefined}/><br ${false}><br ${{}}>`, () => c.raw("<p></p><br/><br><br>")],

  // SVG and MathML
  ["SVG", () => html`<svg viewBox="0 0 ${1} 1"><g><path d=${"M0"}/></g><title>${specials}</title></svg>`, () => c.raw(`<svg viewBox="0 0 1 1"><g><path d="M0"/></g><title>${escaped}</title></svg>`)],
  ["SVG as builders write it", () => html`<svg><linearGradient id=${"g"}></linearGradient><switch><foreignObject><div>${"x"}</div></foreignObject></switch></svg>`, () => s.svg(s.linearGradient({ id: "g" }), s.switch_(s.foreignObject(c.div("x"))))],
  ["scripts and styles of SVG", () => html`<svg><style>a > b { } ${c.rawCss("c>d{}")}</style><script>${[c.rawScript("1<2"), null]}</script><script href="/a.js"/></svg>`, () => c.raw(`<svg><style>a > b { } c&gt;d{}</style><script>1&lt;2</script><script href="/a.js"/></svg>`)],
  ["references of SVG", () => html`<svg><path fill="url(#${"a"})" mask="url(${"//a"})"></path></svg>`, () => s.svg(s.path({ fill: "url(#a)", mask: "url(//a)" }))],
  ["animations", () => html`<svg><animate attributeName="cx" values="${1};${2}"/></svg>`, () => c.raw(`<svg><animate attributeName="cx" values="1;2"/></svg>`)],
  ["MathML", () => html`<math displaystyle=${true}><mfrac><mn>${1}</mn><mn>2</mn></mfrac><mtext><b>${"x"}</b></mtext></math>`, () => m.math({ displaystyle: true }, m.mfrac(m.mn(1), m.mn(2)), m.mtext(c.b("x")))],
  ["annotations", () => html`<math><annotation-xml encoding="text/html"><p>${1}</p></annotation-xml><annotation-xml><svg><path/></svg></annotation-xml></math>`, () => c.raw(`<math><annotation-xml encoding="text/html"><p>1</p></annotation-xml><annotation-xml><svg><path/></svg></annotation-xml></math>`)],
  ["a static refresh, and a hole beside it", () => html`<meta http-equiv="refresh" content="5" id=${"a"}><meta id=${"b"} http-equiv="refresh">`, () => c.raw(`<meta http-equiv="refresh" content="5" id="a"><meta id="b" http-equiv="refresh">`)],
  ["a refresh", () => html`<meta http-equiv="Refresh" content=${"5;url=/a"}><meta http-equiv=refresh content="0;url=${"javascript:a()"}"><meta http-equiv="refresh" ${{ content: "0;url=data:x" } as {}}><meta ${{ content: "0;url=data:x", "http-equiv": "refresh" } as {}}>`, () => all(c.raw(`<meta http-equiv="Refresh" content="5;url=/a">`), c.raw(`<meta http-equiv=refresh content="about:invalid#watt">`), c.meta({ "http-equiv": "refresh", content: "0;url=data:x" }), c.meta({ content: "0;url=data:x", "http-equiv": "refresh" }))],
  ["handlers and documents", () => html`<p onclick=${c.rawScript("a()")}></p><iframe srcdoc=${c.b("x")}></iframe><img srcset="${"data:x"} 1x, /b.png ${2}x"><a href=${c.rawUrl("blob:x")}></a>`, () => all(c.p({ onclick: c.rawScript("a()") }), c.iframe({ srcdoc: c.b("x") }), c.img({ srcset: "data:x 1x, /b.png 2x" }), c.a({ href: c.rawUrl("blob:x") }))],
  ["a block of rules", () => html`<p class="a ${block}"></p>`, () => c.p({ class: ["a", block] })],
  ["a nonce that the render has not", () => html`<style nonce=${c.cspNonce}></style>`, () => c.style({ nonce: c.cspNonce })],
  ["meta", () => html`<meta http-equiv="content-security-policy" content=${"default-src 'self'"}><meta name="a" content="${"0;url=x"}"><meta ${{ name: "b", content: "c" } as {}}>`, () => c.raw(`<meta http-equiv="content-security-policy" content="default-src &#39;self&#39;"><meta name="a" content="0;url=x"><meta name="b" content="c">`)],
];
