import { expectTypeOf, test } from "vitest";
import { conduitDevErrors, dev, type DevOptions, type Explained, print } from "../../src/dev/index.ts";
import { div, type View } from "../../src/index.ts";

test("options", () => {
  dev();
  dev({ annotate: true, root: "/app" });
  expectTypeOf(dev).returns.toBeVoid();
  expectTypeOf<DevOptions>().toHaveProperty("annotate").toEqualTypeOf<boolean | undefined>();
  // @ts-expect-error an option that is none
  dev({ annotated: true });
  // @ts-expect-error not a boolean
  dev({ annotate: "yes" });
});

test("print takes what renders take", () => {
  expectTypeOf(print).parameter(0).toEqualTypeOf<View>();
  expectTypeOf(print(() => div())).toBeString();
  // @ts-expect-error text is no HTML
  print("<p>");
});

test("what is told of an error", () => {
  expectTypeOf<Explained>().toEqualTypeOf<{ readonly source: string; readonly components: readonly string[] }>();
  expectTypeOf(conduitDevErrors.WATT_CONDUIT_NESTING.message).toBeString();
  // @ts-expect-error a code that is none
  void conduitDevErrors.WATT_CONDUIT_OTHER;
});
