import * as c from "../../src/index.ts";

/** View → HTML, for every executor and every render function. */
export const rendering: readonly (readonly [name: string, view: () => c.Html, html: string])[] = [
  ["an empty element", () => c.div(), "<div></div>"],
  ["a void element", () => c.br(), "<br>"],
  ["text", () => c.p("a"), "<p>a</p>"],
  ["the five specials in text", () => c.p(`&<>"'`), "<p>&amp;&lt;&gt;&#34;&#39;</p>"],
  ["the five specials in an attribute", () => c.p({ title: `&<>"'` }), '<p title="&amp;&lt;&gt;&#34;&#39;"></p>'],
  ["several texts", () => c.p("a", "<", 3, 4n), "<p>a&lt;34</p>"],
  ["nothing for true, false, null, undefined and ''", () => c.p(true, false, null, undefined, ""), "<p></p>"],
  ["zero", () => c.p(0), "<p>0</p>"],
  ["lists in lists", () => c.p(["a", ["b", [c.b("c")]], null]), "<p>ab<b>c</b></p>"],
  ["children between texts", () => c.p("a", c.b("b"), "c", c.i("d")), "<p>a<b>b</b>c<i>d</i></p>"],
  ["attributes and children", () => c.a({ href: "/x?a=1&b=2", class: "k" }, "t"), '<a href="/x?a=1&amp;b=2" class="k">t</a>'],
  ["a bare attribute for true", () => c.input({ required: true, disabled: false }), "<input required>"],
  ["true and false spelled out for aria-*", () => c.p({ "aria-hidden": false, "aria-busy": true }), '<p aria-hidden="false" aria-busy="true"></p>'],
  ["no attribute for null and undefined", () => c.p({ id: null, class: undefined }), "<p></p>"],
  ["numbers in attributes", () => c.td({ colspan: 2, "data-n": 3n }), '<td colspan="2" data-n="3"></td>'],
  ["empty attributes", () => c.option({ value: "" }, "none"), '<option value="">none</option>'],
  ["text outside of ASCII", () => c.p("é", "日本 🎉"), "<p>é日本 🎉</p>"],
  ["long text outside of ASCII", () => c.p("é<".repeat(100)), `<p>${"é&lt;".repeat(100)}</p>`],
  ["a lone surrogate as U+FFFD", () => c.p("a\ud800b", "\udc00".repeat(30)), `<p>a\uFFFDb${"\uFFFD".repeat(30)}</p>`],
  ["NUL as U+FFFD", () => c.p({ title: "\0" }, "a\0b"), '<p title="\uFFFD">a\uFFFDb</p>'],
  ["CR as a reference", () => c.p({ title: "a\r\nb" }, "\r", "x".repeat(40) + "\r\n"), `<p title="a&#13;\nb">&#13;${"x".repeat(40)}&#13;\n</p>`],
  ["a doubled first line end in pre", () => c.pre("\na"), "<pre>\n\na</pre>"],
  ["a doubled first line end in textarea", () => c.textarea({ name: "t" }, "\na"), '<textarea name="t">\n\na</textarea>'],
  ["a doubled first line end after nothing", () => c.pre(null, "", "\n", "\n"), "<pre>\n\n\n</pre>"],
  ["a line end before a node in pre", () => c.pre(c.b("\n")), "<pre>\n<b>\n</b></pre>"],
  ["no doubling elsewhere", () => c.div("\na"), "<div>\na</div>"],
  ["text in title", () => c.title("</title><script>"), "<title>&lt;/title&gt;&lt;script&gt;</title>"],
  ["trusted HTML as it is", () => c.p(c.raw("<b>&amp;</b>")), "<p><b>&amp;</b></p>"],
  ["trusted HTML alone", () => c.raw("<b>x</b>"), "<b>x</b>"],
  ["a trusted script", () => c.script(c.raw("let a = 1 < 2")), "<script>let a = 1 < 2</script>"],
  ["a script file", () => c.script({ src: "/a.js", defer: true }), '<script src="/a.js" defer></script>'],
  ["a document", () => c.document(c.html_({ lang: "en" }, c.body())), '<!doctype html><html lang="en"><body></body></html>'],
  ["each", () => c.ul(c.each([1, 2], (n, i) => c.li(n, ":", i))), "<ul><li>1:0</li><li>2:1</li></ul>"],
  ["each of nothing", () => c.ul(c.each([], () => c.li(), () => c.li("none"))), "<ul><li>none</li></ul>"],
  ["each with text", () => c.p(c.each(["<", ">"], (s) => s)), "<p>&lt;&gt;</p>"],
  ["when", () => c.p(c.when(1, (n) => c.b(n)), c.when(0, () => "no"), c.when("", () => "no", () => "yes")), "<p><b>1</b>yes</p>"],
  ["a component with children", () => card({ name: "<n>" }, c.p("a"), "b"), "<article><h2>&lt;n&gt;</h2><p>a</p>b</article>"],
  ["keep", () => c.div(kept, kept), "<div><hr><hr></div>"],
  ["a form with get", () => c.form({ method: "get", action: "/s" }), '<form method="get" action="/s"></form>'],
  ["a form with delete", () => c.form({ method: "delete", action: "/x" }, "c"), '<form method="post" action="/x"><input type="hidden" name="_method" value="delete">c</form>'],
  ["a form without attributes", () => c.form("c"), "<form>c</form>"],
  ["a text of 40,000 characters", () => c.p("<".repeat(40_000)), `<p>${"&lt;".repeat(40_000)}</p>`],
  ["a page of 400 KB", () => c.div(c.each(Array.from({ length: 4000 }), (_, i) => c.p({ id: i }, "x".repeat(90)))), `<div>${Array.from({ length: 4000 }, (_, i) => `<p id="${i}">${"x".repeat(90)}</p>`).join("")}</div>`],
  ["trusted HTML of 200 KB", () => c.div(c.raw("<b>".repeat(70_000))), `<div>${"<b>".repeat(70_000)}</div>`],
  ["a tree of 5,000 levels", () => nested(5000), `${"<b>".repeat(5000)}${"</b>".repeat(5000)}`],
];

const card = c.component<{ name: string }>(function Card({ name }, children) {
  return c.article(c.h2(name), children);
});

const kept = c.keep(c.hr());

function nested(levels: number): c.Html {
  let node = c.b();
  for (let i = 1; i < levels; i++) node = c.b(node);
  return node;
}
