/** What a request is expected to lead to: `[pattern, params]`, or the status and the methods of the refusal. */
export type Expected = readonly [pattern: string, params?: Readonly<Record<string, string>>] | 400 | 404 | readonly [405, string];

export interface MatchCase {
  readonly name: string;
  /** `METHOD /pattern`, GET when no method is given. */
  readonly routes: readonly string[];
  /** `METHOD /path`, likewise. */
  readonly rows: readonly (readonly [request: string, expected: Expected])[];
}

const USERS = ["/", "/users", "/users/me", "/users/:id", "POST /users", "DELETE /users/:id", "/users/:id/posts/:post"];

export const matchCases: readonly MatchCase[] = [
  {
    name: "static routes, params and trailing slashes",
    routes: USERS,
    rows: [
      ["/", ["/"]],
      ["/users", ["/users"]],
      ["POST /users", ["/users"]],
      ["/users/", 404],
      ["/users/me", ["/users/me"]],
      ["/users/me/", 404],
      ["/users/m", ["/users/:id", { id: "m" }]],
      ["/users/mee", ["/users/:id", { id: "mee" }]],
      ["/users/7/posts/8", ["/users/:id/posts/:post", { id: "7", post: "8" }]],
      ["/users/me/posts/8", ["/users/:id/posts/:post", { id: "me", post: "8" }]],
      ["/users/7/posts", 404],
      ["/users//posts/8", 404],
      ["/users/7/posts/8/9", 404],
      ["/user", 404],
      ["//", 404],
      ["", 404],
      ["*", 404],
      ["users", 404],
      ["?", 404],
    ],
  },
  {
    name: "methods",
    routes: USERS,
    rows: [
      ["DELETE /users/me", ["/users/:id", { id: "me" }]],
      ["HEAD /users/me", ["/users/me"]],
      ["HEAD /users/7", ["/users/:id", { id: "7" }]],
      ["PUT /users/me", [405, "DELETE GET HEAD OPTIONS"]],
      ["PUT /users", [405, "GET HEAD OPTIONS POST"]],
      ["get /users", [405, "GET HEAD OPTIONS POST"]],
      ["PUT /nowhere", 404],
      ["PUT /users/%", 400],
    ],
  },
  {
    name: "HEAD and OPTIONS routes of their own",
    routes: ["/a", "HEAD /:x", "/:x", "OPTIONS /a", "POST /only"],
    rows: [
      ["HEAD /a", ["/a"]],
      ["HEAD /b", ["/:x", { x: "b" }]],
      ["OPTIONS /a", ["/a"]],
      ["PUT /only", [405, "GET HEAD OPTIONS POST"]],
    ],
  },
  {
    name: "no HEAD and no GET",
    routes: ["POST /only", "PUT /other/:x"],
    rows: [
      ["HEAD /only", [405, "OPTIONS POST"]],
      ["GET /other/1", [405, "OPTIONS PUT"]],
    ],
  },
  {
    name: "wildcards",
    routes: ["/files/*path", "/files/index.html", "/files/:name", "/files/:name/raw", "/all/*rest", "/*any"],
    rows: [
      ["/files/index.html", ["/files/index.html"]],
      ["/files/a", ["/files/:name", { name: "a" }]],
      ["/files/a/raw", ["/files/:name/raw", { name: "a" }]],
      ["/files/a/b", ["/files/*path", { path: "a/b" }]],
      ["/files/a/", ["/files/*path", { path: "a/" }]],
      ["/files/a//b", ["/files/*path", { path: "a//b" }]],
      ["/files/a/raw/", ["/files/*path", { path: "a/raw/" }]],
      ["/files/a%2Fb%20c/d?e/f", ["/files/*path", { path: "a/b c/d" }]],
      ["/files/", ["/*any", { any: "files/" }]],
      ["/files//a", ["/*any", { any: "files//a" }]],
      ["/all/../x", ["/all/*rest", { rest: "../x" }]],
      ["/", 404],
      ["//a", 404],
    ],
  },
  {
    name: "backtracking",
    routes: ["/a/b/c/d", "/a/:x/c/e", "/:x/b/c/f", "/a/b/*rest", "/:x/:y/:z/:w", "/ab/:x", "/a%3A%78/q"],
    rows: [
      ["/a/b/c/d", ["/a/b/c/d"]],
      ["/a/b/c/e", ["/a/b/*rest", { rest: "c/e" }]],
      ["/a/q/c/e", ["/a/:x/c/e", { x: "q" }]],
      ["/a/q/c/f", ["/:x/:y/:z/:w", { x: "a", y: "q", z: "c", w: "f" }]],
      ["/q/b/c/f", ["/:x/b/c/f", { x: "q" }]],
      ["/q/b/c/g", ["/:x/:y/:z/:w", { x: "q", y: "b", z: "c", w: "g" }]],
      ["/a:x/q", ["/a%3A%78/q"]],
      ["/abc/d", 404],
    ],
  },
  {
    name: "encodings",
    routes: ["/café", "/users", "/a b/:x", "/100%25", "/a%2Fb", "/a/b", "/:id", "/%7Bx%7D", "/é/%3F/:y"],
    rows: [
      ["/caf%C3%A9", ["/café"]],
      ["/caf%c3%a9", ["/café"]],
      ["/café", ["/café"]],
      ["/%63af%C3%a9?x=%", ["/café"]],
      ["/%75sers", ["/users"]],
      ["/users?x", ["/users"]],
      ["/users#x?y", ["/users"]],
      ["/Users", ["/:id", { id: "Users" }]],
      ["/a%20b/c%20d", ["/a b/:x", { x: "c d" }]],
      ["/a b/c", ["/a b/:x", { x: "c" }]],
      ["/100%25", ["/100%25"]],
      ["/100%2525", ["/:id", { id: "100%25" }]],
      ["/a%2fb", ["/a%2Fb"]],
      ["/a/b", ["/a/b"]],
      ["/a%2Fc", ["/:id", { id: "a/c" }]],
      ["/%2541", ["/:id", { id: "%41" }]],
      ["/a+b", ["/:id", { id: "a+b" }]],
      ["/{x}", ["/%7Bx%7D"]],
      ["/%C3%A9/%3f/%F0%9F%92%A1", ["/é/%3F/:y", { y: "💡" }]],
      ["/é/%3F/💡?", ["/é/%3F/:y", { y: "💡" }]],
      ["/\u012f", ["/:id", { id: "\u012f" }]],
      ["/\u012fa", ["/:id", { id: "\u012fa" }]],
      ["/%00", ["/:id", { id: "\0" }]],
    ],
  },
  {
    name: "malformed paths",
    routes: ["/a", "/:id", "/f/*path"],
    rows: [
      ["/%", 400],
      ["/%4", 400],
      ["/%zz", 400],
      ["/a%", 400],
      ["/%C3", 400],
      ["/%C3/%A9", 400],
      ["/%C0%AF", 400],
      ["/%E0%80%AF", 400],
      ["/%ED%A0%80", 400],
      ["/%F4%90%80%80", 400],
      ["/%FF", 400],
      ["/\ud800", 400],
      ["/f/ok/%", 400],
      ["/no/where/%", 400],
      ["/a?%", ["/a"]],
      ["/b#%", ["/:id", { id: "b" }]],
    ],
  },
  {
    name: "dot and empty segments are text",
    routes: ["/..", "/a//b", "/a/./:x", "/:x"],
    rows: [
      ["/..", ["/.."]],
      ["/%2e%2E", ["/.."]],
      ["/.", ["/:x", { x: "." }]],
      ["/a//b", ["/a//b"]],
      ["/a/./b", ["/a/./:x", { x: "b" }]],
      ["/a/b", 404],
    ],
  },
  {
    name: "many params, and names that objects have",
    routes: ["/:a/:b/:c/:d/:e", "/x/:__proto__/:constructor/:toString"],
    rows: [
      ["/1/2/3/4/5", ["/:a/:b/:c/:d/:e", { a: "1", b: "2", c: "3", d: "4", e: "5" }]],
      ["/1/2/3/%34/f%C3%BCnf", ["/:a/:b/:c/:d/:e", { a: "1", b: "2", c: "3", d: "4", e: "fünf" }]],
      ["/x/1/2/3", ["/x/:__proto__/:constructor/:toString", { ["__proto__"]: "1", constructor: "2", toString: "3" }]],
    ],
  },
  { name: "an empty router", routes: [], rows: [["/", 404], ["/%", 400], ["OPTIONS /", 404]] },
];
