/** A program that renders by the installed package and gives what came out otherwise than it should, and who walked the records. */
const CHECK = `
const x = "x".repeat(300_000);
const pool = c.createOutputPool();
const text = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const leased = (view) => { const lease = c.renderInto(pool, view); const html = text(lease.bytes); lease.release(); return html; };
const rows = [
  ["elements", () => c.div({ class: ["a", { b: true }], id: 1, hidden: true, style: { color: "red" } }, "t", c.br(), [1, null, c.b("<")]), '<div class="a b" id="1" hidden style="color:red">t<br>1<b>&lt;</b></div>'],
  ["text that is not ASCII", () => c.p({ title: "é\\u{1f600}" }, "日本", "a\\ud83d", "\\ude00b", "\\0\\r&"), '<p title="é\\u{1f600}">日本a\\ufffd\\ufffdb\\ufffd&#13;&amp;</p>'],
  ["addresses", () => c.p(["/a?b&c", "java\\tscript:x", "HTTPS://e", "mailto:a@b", "1:"].map((href) => c.a({ href }))), '<p><a href="/a?b&amp;c"></a><a href="about:invalid#watt"></a><a href="HTTPS://e"></a><a href="mailto:a@b"></a><a href="about:invalid#watt"></a></p>'],
  ["long text", () => c.div(x, "<".repeat(100_000), c.keep(c.b(x))), "<div>" + x + "&lt;".repeat(100_000) + "<b>" + x + "</b></div>"],
  ["templates", () => c.html\`<ul class="\${"<"}">\${[1, 2].map((n) => c.html\`<li>\${n}</li>\`)}</ul>\`, '<ul class="&lt;"><li>1</li><li>2</li></ul>'],
  ["once", () => c.div(c.once("k", c.b("x")), c.once("k", c.b("x"))), "<div><b>x</b></div>"],
  ["a fixed attribute", () => c.p.with({ class: "k" })({ id: "i" }, "x"), '<p class="k" id="i">x</p>'],
  ["rules", () => c.css\`color: red\`.className, undefined],
];
const fails = [];
const compare = (name, actual, expected) => { if (actual !== expected) fails.push([name, actual.slice(0, 200)]); };
for (const [name, view, expected] of rows) {
  if (expected === undefined) { compare(name, view(), "c-1fz0c3sk3w1fz"); continue; }
  compare(name, c.renderToString(view), expected);
  compare(name + ", bytes", text(c.renderToBytes(view)), expected);
  compare(name + ", leased", leased(view), expected);
}
const User = c.context("nobody");
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const report = async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, (_, i) =>
    c.renderToString(async () => c.p(later(i % 4).then(() => "user " + i), c.script({ nonce: c.cspNonce })), { nonce: "bm9uY2U" })));
  pages.forEach((page, i) => compare("async", page, "<p>user " + i + '<script nonce="bm9uY2U"></script></p>'));
  const integrity = await c.integrity("alert(1)");
  compare("integrity", integrity, "sha384-HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW");
  const context = await User.provide("ann", async () => { await later(1); return User.get(); });
  return { fails, context, executor: globalThis[Symbol.for("watt.conduit.tape.2")].layout.walker.executor };
};
`;

/** What it reports where all is as it should be. */
export interface Report {
  readonly fails: readonly unknown[];
  /** What a context gives after an \`await\`. */
  readonly context: string;
  readonly executor: string;
}

const IMPORT = 'import * as c from "@watt/conduit";';

export const PRINT_ESM: string = `${IMPORT}${CHECK}console.log(JSON.stringify(await report()));`;
export const PRINT_CJS: string = `const c = require("@watt/conduit");${CHECK}report().then((all) => console.log(JSON.stringify(all)));`;
export const WORKER: string = `${IMPORT}${CHECK}export default { fetch: async () => Response.json(await report()) };`;
export const PUBLISH: string = `${IMPORT}${CHECK}globalThis.report = report();`;
