import { div } from "@watt/conduit";
import { expectTypeOf, test } from "vitest";
import { csrf, csrfToken } from "../src/csrf/index.ts";
import { file, files } from "../src/files/index.ts";
import { bolt, type Context, type FormFields, type Middleware } from "../src/index.ts";
import { serve, type Server } from "../src/node/index.ts";

const app = bolt();

test("params come from the pattern", () => {
  app.get("/users/:id/files/*path", (c) => {
    expectTypeOf(c.params.id).toEqualTypeOf<string>();
    expectTypeOf(c.params.path).toEqualTypeOf<string>();
    // @ts-expect-error the pattern has no place called name
    return c.params.name;
  });
  app.get("/", (c) => {
    // @ts-expect-error the pattern has no places
    return c.params.id;
  });
});

test("a handler returns data", () => {
  app.get("/a", () => div("x"));
  app.get("/b", async (c) => c.redirect("/"));
  app.get("/c", () => {});
  // @ts-expect-error a number has no meaning as a response
  app.get("/d", () => 1);
});

test("middleware adds to the state of those after it", () => {
  const user: Middleware<{ user: string }> = (c, next) => {
    c.state.user = "ada";
    return next();
  };
  const count: Middleware<{ count: number }> = (_c, next) => next();
  const extended = app.use(user).use(count);
  extended.get("/state/:id", (c) => {
    expectTypeOf(c.state.user).toEqualTypeOf<string>();
    expectTypeOf(c.state.count).toEqualTypeOf<number>();
    expectTypeOf(c.params.id).toEqualTypeOf<string>();
    // @ts-expect-error nobody added this
    return c.state.other;
  });
  app.get("/state", (c) => {
    // @ts-expect-error an app without middleware has no state
    return c.state.user;
  });
  expectTypeOf(serve(extended)).toEqualTypeOf<Promise<Server>>();
});

test("bodies, cookies and helpers", () => {
  app.post("/f/:id", async (c) => {
    expectTypeOf(c.form()).toEqualTypeOf<Promise<FormFields>>();
    expectTypeOf((await c.form()).get("a")).toEqualTypeOf<string | undefined>();
    expectTypeOf(await c.json()).toEqualTypeOf<unknown>();
    expectTypeOf(await c.json<{ a: number }>()).toEqualTypeOf<{ a: number }>();
    expectTypeOf(c.cookies.get("a")).toEqualTypeOf<string | undefined>();
    // @ts-expect-error not a policy
    c.cookies.set("a", "b", { sameSite: "lax" });
    // @ts-expect-error read only
    c.method = "GET";
    return csrfToken(c);
  });
  const anywhere = (c: Context): string => csrfToken(c);
  app.get("/t/:id", (c) => anywhere(c));
  app.use(csrf({ secret: "" }));
  // @ts-expect-error a secret is needed
  csrf({});
});

test("files needs a wildcard called path", () => {
  app.get("/assets/*path", files("."));
  // @ts-expect-error the wildcard has another name
  app.get("/assets/*rest", files("."));
  app.get("/one/:id", file("x"));
});
