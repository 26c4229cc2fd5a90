import { describe, expect, test } from "vitest";
import { createRouter, errorOf } from "./support.ts";

function router(options = {}) {
  const made = createRouter<string>(options);
  made.add("GET", "/", "anywhere");
  made.add("GET", "/users/:id", "user anywhere");
  made.add("POST", "/users/:id", "changes a user anywhere");
  made.add("GET", "/users/:id", "user of the API", { host: "api.example.com" });
  made.add("GET", "/users/:id", "user of a tenant", { host: ":tenant.example.com" });
  made.add("GET", "/*rest", "anything of a region", { host: ":region(eu|us).example.com" });
  made.add("GET", "/users/:id", "user of a deep host", { host: "*sub.example.com" });
  made.add("GET", "/:page?", "a page", { host: "www.:name(int).net" });
  return made;
}

describe("rules for hosts", () => {
  test.each<[host: string | undefined, path: string, value: string, params: object]>([
    [undefined, "/users/7", "user anywhere", { id: "7" }],
    ["other.org", "/users/7", "user anywhere", { id: "7" }],
    ["api.example.com", "/users/7", "user of the API", { id: "7" }],
    ["API.Example.COM:8080", "/users/7?q", "user of the API", { id: "7" }],
    ["api.example.com.", "/users/7", "user of the API", { id: "7" }],
    ["acme.example.com", "/users/a%20b", "user of a tenant", { tenant: "acme", id: "a b" }],
    ["eu.example.com", "/users/7", "anything of a region", { region: "eu", rest: "users/7" }],
    ["a.b.example.com", "/users/7", "user of a deep host", { sub: "a.b", id: "7" }],
    ["www.12.net", "/", "a page", { name: 12 }],
    ["www.12.net", "/x", "a page", { name: 12, page: "x" }],
    // A host's routes come first, and do not stand in the way.
    ["api.example.com", "/", "anywhere", {}],
    // A header is never taken for more than a host.
    ["api.example.com/users", "/7", "undefined", {}],
    ["../api.example.com", "/users/7", "user anywhere", { id: "7" }],
    ["%61pi.example.com", "/users/7", "user anywhere", { id: "7" }],
    ["[::1]:80", "/users/7", "user anywhere", { id: "7" }],
    ["", "/users/7", "user anywhere", { id: "7" }],
    [".", "/users/7", "user anywhere", { id: "7" }],
  ])("%s, %s: %s", (host, path, value, params) => {
    const match = router().match("GET", path, host);
    expect(String(match?.value)).toBe(value);
    expect({ ...match?.params }).toEqual(params);
    const bytes = new TextEncoder().encode(path);
    expect(String(router().matchBytes("GET", bytes, 0, bytes.length, host)?.value)).toBe(value);
  });

  test("a method that only the routes of all hosts have is theirs", () => {
    const made = router();
    expect(made.match("POST", "/users/7", "api.example.com")?.value).toBe("changes a user anywhere");
    expect(made.explain("DELETE", "/users/7", "api.example.com")).toEqual({
      status: 405,
      allow: ["GET", "HEAD", "OPTIONS", "POST"],
    });
    expect(made.explain("GET", "/x", "www.1.net").status).toBe(200);
    expect(made.explain("GET", "/x", "www.example.net").status).toBe(404);
  });

  test("all routes of a request: those of all hosts first", () => {
    const all = router().matchAll("GET", "/users/7", "eu.example.com");
    expect(all.map(({ value }) => value)).toEqual([
      "user anywhere",
      "user of a deep host",
      "user of a tenant",
      "anything of a region",
    ]);
  });

  test("a slash too many is redirected on the same host", () => {
    const made = createRouter<number>({ trailingSlash: "redirect" });
    made.add("GET", "/a", 1, { host: "x.org" });
    expect(made.explain("GET", "/a/?b", "x.org")).toEqual({
      status: 308,
      allow: ["GET", "HEAD", "OPTIONS"],
      location: "/a?b",
    });
    expect(made.explain("GET", "/a/", "y.org").status).toBe(404);
  });

  test("one path on two hosts is no duplicate; on one it is", () => {
    const made = createRouter<number>();
    made.add("GET", "/a", 1, { host: "x.org" });
    made.add("GET", "/a", 2, { host: "y.org" });
    // The path that the first one's host and path would be.
    made.add("GET", "/x.org/a", 3);
    expect(errorOf(() => made.add("GET", "/a", 4, { host: "x.org" })).code).toBe("WATT_CAPACITOR_ROUTE_DUPLICATE");
    expect(made.match("GET", "/x.org/a")?.value).toBe(3);
    expect(made.match("GET", "/a")).toBeUndefined();
  });

  test("what is removed can be added again", () => {
    const made = createRouter<number>();
    const route = made.add("GET", "/a", 1, { host: "x.org" });
    expect([made.remove(route), made.remove(route)]).toEqual([true, false]);
    expect(made.match("GET", "/a", "x.org")).toBeUndefined();
    made.add("GET", "/a", 2, { host: "x.org" });
    expect(made.match("GET", "/a", "x.org")?.value).toBe(2);
  });

  test("stand at the head of the tree that is printed, and on the route", () => {
    const made = createRouter<number>();
    expect(made.add("GET", "/a/:b", 1, { host: ":t.x.org" }).host).toBe(":t.x.org");
    made.add("GET", "/a", 2);
    expect(made.print()).toBe("//:t.x.org\n  /a\n    /:b  GET\n/a  GET");
  });

  test.each(["", "x/y", "x.org/", "X.org", "x.org:80", "a b", ":1", "x?", "%61.org", ":a(b", "*", ":a.:a"])(
    "%j is no rule",
    (host) => {
      expect(() => createRouter<number>().add("GET", "/", 1, { host })).toThrow(/^WATT_CAPACITOR_/);
    },
  );
});
