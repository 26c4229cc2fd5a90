const code = "javascript:alert(1)";

/** Everything that URL parsers drop at the ends, and what somebody might think they drop. */
const ENDS = [
  ...Array.from({ length: 0x21 }, (_, at) => String.fromCharCode(at)),
  ..."\u007f\u0085\u00a0\u1680\u180e\u2000\u200b\u2028\u2029\u202f\u205f\u3000\uFEFF",
];

const written: readonly string[] = String.raw`
javascript:alert(1)
JAVASCRIPT:alert(1)
JaVaScRiPt:alert(1)
javascript://evil.invalid/%0aalert(1)
javascript:/*/*/alert(1)
javascript:"<script>alert(1)</script>"
javascript:'<img src=x onerror=alert(1)>'
javascript:void(alert(1))
javascript:alert(1)//https://a
javascript:alert(1)#https://a
javascript:alert(1)?https://a
javascript&colon;alert(1)
javascript&#58;alert(1)
javascript&#x3a;alert(1)
javascript&#0000058alert(1)
&#106;avascript:alert(1)
&#x6a&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3a;alert(1)
java&Tab;script:alert(1)
java&NewLine;script:alert(1)
&Tab;javascript:alert(1)
&#1;javascript:alert(1)
&#32;javascript:alert(1)
javascript%3aalert(1)
java%73cript:alert(1)
java%0ascript:alert(1)
%6aavascript:alert(1)
java\script:alert(1)
\javascript:alert(1)
\u006aavascript:alert(1)
\x6aavascript:alert(1)
//javascript:alert(1)
/javascript:alert(1)
./javascript:alert(1)
#javascript:alert(1)
?javascript:alert(1)
x:javascript:alert(1)
http:javascript:alert(1)
https:javascript:alert(1)
https://a@javascript:alert(1)
mailto:javascript:alert(1)
tel:javascript:alert(1)
url:javascript:alert(1)
view-source:javascript:alert(1)
feed:javascript:alert(1)
jar:javascript:alert(1)!/x
livescript:alert(1)
mocha:alert(1)
vbscript:alert(1)
VBScript:msgbox(1)
wyciwyg:alert(1)
res:alert(1)
mhtml:x!alert(1)
data:text/html,<script>alert(1)</script>
data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
data:text/html;charset=utf-7,+ADw-script+AD4-alert(1)+ADw-/script+AD4-
data:,alert(1)
data:;,alert(1)
DATA:text/html,<script>alert(1)</script>
data:application/javascript,alert(1)
data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>
data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
data:text/xml,<x xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></x>
data:text/css,*{background:url(//evil.invalid/x)}
blob:http://proof.invalid/x
blob:null/x
filesystem:http://proof.invalid/temporary/x
file:///etc/passwd
about:blank
about:srcdoc
chrome://version
chrome-extension://x/y
intent://x#Intent;scheme=http;end
ftp://evil.invalid/x
ws://evil.invalid/x
wss://evil.invalid/x
sms:1
ms-settings:x
:alert(1)
::javascript:alert(1)
1:alert(1)
-javascript:alert(1)
+javascript:alert(1)
.javascript:alert(1)
javascript.:alert(1)
javascript+:alert(1)
 javascript :alert(1)
javascript :alert(1)
java script:alert(1)
"javascript:alert(1)
'javascript:alert(1)'
(javascript:alert(1))
[javascript:alert(1)]
<javascript:alert(1)>
@javascript:alert(1)
*javascript:alert(1)
ｊavascript:alert(1)
javaſcript:alert(1)
javascrıpt:alert(1)
jаvascript:alert(1)
javascript：alert(1)
javascript︓alert(1)
j​avascript:alert(1)
`
  .split("\n")
  .filter((line) => line !== "");

/** URLs that must lead nowhere: written by hand, and each control and white space before, in and after a scheme. */
export const urls: readonly string[] = [
  ...written,
  ...ENDS.flatMap((c) => [`${c}${code}`, `java${c}script:alert(1)`, `javascript${c}:alert(1)`]),
  `\t\n\r\f \u0001${code}`,
  "j\na\nv\na\ns\nc\nr\ni\np\nt\n:alert(1)",
  "java\r\n\tscript\t:\talert(1)",
  `${" ".repeat(500)}${code}`,
  `java${"\n".repeat(500)}script:alert(1)`,
  `https\u0000:${code}`,
  `\ud800${code}`,
  `${"a".repeat(3000)}:alert(1)`,
];
