/** What the program imports: entry → names. */
export const USES: Readonly<Record<string, readonly string[]>> = {
  "@watt/electron": ["Arena", "WattError", "isWattError"],
  "@watt/capacitor": ["createRouter", "href"],
  "@watt/conduit": ["p", "div", "raw", "renderToString", "renderToBytes"],
  "@watt/jolt/server": ["jolt", "joltAttrs"],
  "@watt/jolt/protocol": ["HEADER"],
  "@watt/bolt": ["bolt"],
  "@watt/bolt/node": ["serve"],
};

/** The program after its imports: valid as ESM, CJS and TypeScript. Prints `<name> used all`. */
export function body(name: string): string {
  return `
function check(what${name.endsWith("ts") ? ": string" : ""}, right${name.endsWith("ts") ? ": boolean" : ""}) {
  if (!right) throw new Error(what);
}
async function main() {
  const arena = new Arena({ bytes: 1024 });
  check("electron", arena.alloc(16, 8) % 8 === 0 && !isWattError(new Error("x")));

  const router = createRouter();
  router.add("GET", "/users/:id", "user");
  check("capacitor", router.match("GET", "/users/7")?.params["id"] === "7");
  check("capacitor href", href("/users/:id", { id: "a b" }) === "/users/a%20b");

  check("conduit", renderToString(() => div(p("a<b"), raw("<hr>"))) === "<div><p>a&lt;b</p><hr></div>");

  check("jolt", joltAttrs({ post: "/todos", target: "#list", swap: "beforeend" })["jolt-post"] === "/todos");
  check("jolt protocol", HEADER.request === "Jolt" && jolt({ headers: { get: () => "1" } }).is);

  const app = bolt().get("/hello/:name", (c) => p("Hello ", c.params.name));
  const answer = await app.request("/hello/you");
  check("bolt", answer.status === 200 && (await answer.text()).endsWith("<p>Hello you</p>"));
  const server = await serve(app, { port: 0, hostname: "127.0.0.1" });
  const served = await (await fetch(new URL("/hello/net", server.url))).text();
  await server.close();
  check("bolt/node", served.endsWith("<p>Hello net</p>"));
  check("renderToBytes", renderToBytes(() => p("é")).byteLength === 9);
  console.log("${name} used all");
}
main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
`;
}
