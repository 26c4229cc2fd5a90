import { describe, expect, test } from "vitest";
import { createRouter } from "./support.ts";

describe("a route that is removed", () => {
  test("is not found any more, and the others keep their ids", () => {
    const router = createRouter<string>();
    const me = router.add("GET", "/users/me", "me");
    const one = router.add("GET", "/users/:id", "one");
    const other = router.add("POST", "/users/:name", "other");
    expect(router.match("GET", "/users/me")?.value).toBe("me");
    expect(router.remove(me)).toBe(true);
    expect(router.match("GET", "/users/me")?.value).toBe("one");
    expect(router.remove(one)).toBe(true);
    expect(router.match("GET", "/users/me")).toBeUndefined();
    expect(router.explain("GET", "/users/me")).toEqual({ status: 405, allow: ["OPTIONS", "POST"] });
    expect(router.match("POST", "/users/7")?.route).toBe(other);
    expect(router.stats()).toMatchObject({ routes: 1, static: 0, dynamic: 1 });
  });

  test("can be registered again, with a new id", () => {
    const router = createRouter<number>();
    const first = router.add("GET", "/a/:b", 1);
    expect([router.remove(first), router.remove(first)]).toEqual([true, false]);
    expect(router.add("GET", "/a/:c", 2).id).toBe(1);
    expect(router.match("GET", "/a/x")?.value).toBe(2);
  });

  test("is none of another router", () => {
    const router = createRouter<number>();
    router.add("GET", "/a", 1);
    expect(router.remove(createRouter<number>().add("GET", "/a", 1))).toBe(false);
    expect(router.match("GET", "/a")?.value).toBe(1);
  });
});

test("doc gives back what add was told", () => {
  const router = createRouter<number>();
  const { id } = router.add("GET", "/a", 1, { doc: { summary: "an a" } });
  expect(router.doc(id)).toEqual({ summary: "an a" });
  expect([router.doc(1), router.doc(-1)]).toEqual([undefined, undefined]);
});

describe("print", () => {
  test("shows the routes as a tree, the best first, whatever the order", () => {
    const routes: readonly (readonly [string, string])[] = [
      ["GET", "/users/*rest"],
      ["POST", "/users"],
      ["GET", "/users/:id"],
      ["DELETE", "/users/:id"],
      ["GET", "/users/me"],
      ["GET", "/users"],
      ["GET", "/users/:id(int)/posts"],
      ["GET", "/users/file-:name.png"],
      ["GET", "{/:lang{/x}?}?/about"],
      ["GET", "/"],
    ];
    for (const order of [routes, routes.toReversed()]) {
      const router = createRouter<number>();
      for (const [method, pattern] of order) router.add(method, pattern, 0);
      expect(router.print().split("\n")).toEqual([
        "/  GET",
        "/users  GET POST",
        "  /me  GET",
        "  /file-:name.png  GET",
        "  /:id(int)",
        "    /posts  GET",
        "  /:id  DELETE GET",
        "  /*rest  GET",
        "{/:lang{/x}?}?",
        "  /about  GET",
      ]);
    }
  });

  test("of nothing is nothing", () => expect(createRouter().print()).toBe(""));
});

describe("matchInto", () => {
  const router = createRouter<string>();
  const post = router.add("GET", "/users/:id/posts/:post", "post");
  const image = router.add("GET", "/img/:name.:kind(png|jpg)", "image");
  const page = router.add("GET", "{/:lang(en|de)}?/page/:n", "page");
  const root = router.add("GET", "/", "root");
  const read = (path: string, size = 8): unknown => {
    const out = new Int32Array(size).fill(-9);
    return [router.matchInto("GET", path, out), ...out.filter((offset) => offset !== -9)];
  };

  test.each<[string, unknown]>([
    ["/users/7/posts/12", [post.id, 7, 8, 15, 17]],
    ["/users/7/posts/12?x", [post.id, 7, 8, 15, 17]],
    ["/%75sers/%37/posts/é/", [-1]],
    ["/%75sers/%37x/posts/é", [post.id, 9, 13, 20, 21]],
    ["/users/a%2Fb/posts/💡", [post.id, 7, 12, 19, 21]],
    ["/img/a.b.png", [image.id, 5, 8, 9, 12]],
    ["/page/1", [page.id, -1, -1, 6, 7]],
    ["/en/page/1", [page.id, 1, 3, 9, 10]],
    ["/", [root.id]],
    ["/%zz", [-1]],
    ["/nowhere", [-1]],
  ])("%s → %j", (path, expected) => expect(read(path)).toEqual(expected));

  test("leaves out what there is no room for", () => {
    expect(read("/users/7/posts/12", 3)).toEqual([post.id, 7, 8, 15]);
    expect(read("/users/7/posts/12", 0)).toEqual([post.id]);
  });

  test("knows methods", () => expect(router.matchInto("PUT", "/", new Int32Array(2))).toBe(-1));
});
