import { button, renderToString } from "@watt/conduit";
import { expect, test } from "vitest";
import { joltAttrs } from "../src/server/index.ts";

test.each([
  [joltAttrs({ get: "/a" }), { "jolt-get": "/a" }],
  [
    joltAttrs({ delete: "/a", target: "closest li", swap: "delete" }),
    { "jolt-delete": "/a", "jolt-target": "closest li", "jolt-swap": "delete" },
  ],
  [
    joltAttrs({ post: "/a", target: "this", trigger: "input delay:300ms" }),
    { "jolt-post": "/a", "jolt-target": "this", "jolt-trigger": "input delay:300ms" },
  ],
])("joltAttrs %#", (attributes, expected) => expect(attributes).toEqual(expected));

test("attributes go through conduit's escape", () => {
  const html = renderToString(button({ type: "button", ...joltAttrs({ put: '/a?q="><b>', target: "#x" }) }, "go"));
  expect(html).toBe('<button type="button" jolt-put="/a?q=&#34;&gt;&lt;b&gt;" jolt-target="#x">go</button>');
});
