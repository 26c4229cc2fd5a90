import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csrf, csrfToken } from "../src/csrf/index.ts";
import { bolt, type Bolt } from "../src/index.ts";
import { type Driver, drivers, form, json, multipart } from "./drivers.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

function makeApp(options: { secret?: string; origins?: string[] } = {}): { app: Bolt; ran: string[] } {
  const ran: string[] = [];
  const app = bolt({ report: () => {} });
  app.use(csrf({ secret: SECRET, ...options }));
  app.get("/", (c) => csrfToken(c) + csrfToken(c));
  app.get("/plain", () => "no token asked for");
  for (const method of ["post", "put", "patch", "delete"] as const) {
    app[method]("/todos", (c) => {
      ran.push(method);
      return c.method;
    });
  }
  return { app, ran };
}

interface Session {
  readonly cookie: string;
  readonly token: string;
}

async function begin(driver: Driver): Promise<Session> {
  const response = await driver.send("/");
  const tokens = await response.text();
  const [line] = response.headers.getSetCookie();
  expect(response.headers.getSetCookie()).toHaveLength(1);
  expect(line).toMatch(/^csrf=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax$/);
  const token = tokens.slice(0, tokens.length / 2);
  expect(tokens).toBe(token + token);
  return { cookie: (line as string).split(";", 1)[0] as string, token };
}

type Make = (session: Session, origin: string) => RequestInit;
const withToken =
  (body: string, headers: Record<string, string> = {}): Make =>
  (session) =>
    form(`_csrf=${session.token}&${body}`, { Cookie: session.cookie, ...headers });

const rows: readonly (readonly [name: string, make: Make, status: number, ran: string | undefined])[] = [
  ["a form with its token", withToken("a=1"), 200, "post"],
  [
    "a multipart form with its token",
    ({ cookie, token }) => {
      const init = multipart(`Content-Disposition: form-data; name="_csrf"\r\n\r\n${token}`);
      return { ...init, headers: { ...(init.headers as Record<string, string>), Cookie: cookie } };
    },
    200,
    "post",
  ],
  ["JSON with the header", ({ cookie, token }) => json("{}", { Cookie: cookie, "X-CSRF-Token": token }), 200, "post"],
  [
    "PUT with the header",
    ({ cookie, token }) => ({ method: "PUT", headers: { Cookie: cookie, "X-CSRF-Token": token } }),
    200,
    "put",
  ],
  ["a form without a token", ({ cookie }) => form("a=1", { Cookie: cookie }), 403, undefined],
  ["JSON without a token", ({ cookie }) => json("{}", { Cookie: cookie }), 403, undefined],
  ["no body and no token", ({ cookie }) => ({ method: "POST", headers: { Cookie: cookie } }), 403, undefined],
  ["a token without its cookie", ({ token }) => form(`_csrf=${token}`), 403, undefined],
  [
    "a token of another cookie",
    ({ token }) => form(`_csrf=${token}`, { Cookie: `csrf=${"A".repeat(24)}` }),
    403,
    undefined,
  ],
  ["a cookie that is garbage", ({ token }) => form(`_csrf=${token}`, { Cookie: "csrf=%00" }), 403, undefined],
  ["the id as the token", ({ cookie }) => form(`_csrf=${cookie.slice(5)}`, { Cookie: cookie }), 403, undefined],
  ["a token cut short", ({ cookie, token }) => form(`_csrf=${token.slice(0, -2)}`, { Cookie: cookie }), 403, undefined],
  [
    "a token changed by a bit",
    ({ cookie, token }) => form(`_csrf=${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`, { Cookie: cookie }),
    403,
    undefined,
  ],
  [
    "an empty header beside a good field",
    (session, origin) => withToken("", { "X-CSRF-Token": "" })(session, origin),
    403,
    undefined,
  ],
  ["_method=delete", withToken("_method=delete"), 200, "delete"],
  ["_method=PaTcH", withToken("_method=PaTcH"), 200, "patch"],
  [
    "_method=put in multipart",
    ({ cookie, token }) => {
      const init = multipart(
        `Content-Disposition: form-data; name="_csrf"\r\n\r\n${token}`,
        'Content-Disposition: form-data; name="_method"\r\n\r\nput',
      );
      return { ...init, headers: { ...(init.headers as Record<string, string>), Cookie: cookie } };
    },
    200,
    "put",
  ],
  ["_method=delete without a token", ({ cookie }) => form("_method=delete", { Cookie: cookie }), 403, undefined],
  ["_method=get is a field like any other", withToken("_method=get"), 200, "post"],
  ["_method in the query is nothing", withToken(""), 200, "post"],
];

const sites: readonly (readonly [name: string, headers: Record<string, string>, status: number])[] = [
  ["same-origin", { "Sec-Fetch-Site": "same-origin" }, 200],
  ["none", { "Sec-Fetch-Site": "none" }, 200],
  ["same-site", { "Sec-Fetch-Site": "same-site" }, 403],
  ["cross-site", { "Sec-Fetch-Site": "cross-site" }, 403],
  ["another origin", { Origin: "https://evil.example" }, 403],
  ["the null origin", { Origin: "null" }, 403],
  ["an allowed origin", { Origin: "https://example.org" }, 200],
];

describe.each(drivers)("$name", ({ open }) => {
  let driver: Driver;
  const { app, ran } = makeApp({ origins: ["https://example.org"] });
  beforeAll(async () => {
    driver = await open(app);
  });
  afterAll(() => driver.close());

  test.each(rows)("%s", async (name, make, status, expected) => {
    const session = await begin(driver);
    ran.length = 0;
    const path = name.includes("in the query") ? "/todos?_method=delete" : "/todos";
    const response = await driver.send(path, make(session, ""));
    expect(response.status, await response.clone().text()).toBe(status);
    expect(ran).toEqual(expected === undefined ? [] : [expected]);
    if (status === 403) expect(await response.text()).toContain("may come from another site");
  });

  test.each(sites)("a good token from %s", async (_name, headers, status) => {
    const { cookie, token } = await begin(driver);
    const response = await driver.send("/todos", form(`_csrf=${token}`, { Cookie: cookie, ...headers }));
    expect(response.status).toBe(status);
  });

  test("a page that asks for no token sets no cookie, and a known client gets its token again", async () => {
    expect((await driver.send("/plain")).headers.getSetCookie()).toEqual([]);
    const { cookie, token } = await begin(driver);
    const again = await driver.send("/", { headers: { Cookie: cookie } });
    expect(again.headers.getSetCookie()).toEqual([]);
    expect((await again.text()).startsWith(token)).toBe(true);
  });

  test.each([
    ["a wrong method is 405", "/plain", 405],
    ["an unknown path is 404", "/nope", 404],
    ["a malformed path is 400", "/%zz", 400],
  ])("%s, and not 403", async (_name, path, status) => {
    expect((await driver.send(path, { method: "POST" })).status).toBe(status);
  });
});

test("a token outlives a restart with the same secret, and no other", async () => {
  const before = makeApp().app;
  const { cookie, token } = await begin({ send: (path, init) => before.request(path, init), close: async () => {} });
  const init = form(`_csrf=${token}`, { Cookie: cookie });
  expect((await makeApp().app.request("/todos", init)).status).toBe(200);
  expect((await makeApp({ secret: `${SECRET}!` }).app.request("/todos", init)).status).toBe(403);
});

test("the same origin is enough where the browser says nothing else", async () => {
  const { app } = makeApp();
  const { cookie, token } = await begin({ send: (path, init) => app.request(path, init), close: async () => {} });
  const ask = async (origin: string): Promise<number> =>
    (await app.request("/todos", form(`_csrf=${token}`, { Cookie: cookie, Origin: origin }))).status;
  expect(await ask("http://localhost")).toBe(200);
  expect(await ask("http://localhost:81")).toBe(403);
  expect(await ask("https://localhost")).toBe(403);
});

test("_method without the csrf middleware is refused, and says what to add", async () => {
  const app = bolt();
  let ran = false;
  app.delete("/todos", () => void (ran = true));
  const response = await app.request("/todos", form("_method=delete"));
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("Add app.use(csrf({ secret }))");
  expect(ran).toBe(false);
});

test.each(["", "short", "x".repeat(31), new Uint8Array(31)])("the secret %j is refused at registration", (secret) => {
  expect(() => csrf({ secret })).toThrow(/WATT_BOLT_CSRF_SECRET/);
});

test("csrfToken without the middleware is an error that says so", async () => {
  const reported: unknown[] = [];
  const app = bolt({ report: (error) => reported.push(error) });
  app.get("/", (c) => csrfToken(c));
  expect((await app.request("/")).status).toBe(500);
  expect(reported).toMatchObject([{ code: "WATT_BOLT_CSRF_ABSENT" }]);
});

test.each(["", "short", "A".repeat(25), "%00", "<b>"])("the malformed cookie %j is replaced", async (id) => {
  const response = await makeApp().app.request("/", { headers: { Cookie: `csrf=${id}` } });
  expect(response.headers.getSetCookie()).toHaveLength(1);
});

test("the cookie is Secure over HTTPS", async () => {
  const response = await makeApp().app.fetch(new Request("https://example.org/"));
  expect(response.headers.getSetCookie()[0]).toContain("; Secure");
});
