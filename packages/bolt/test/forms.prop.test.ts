import { assert, array, asyncProperty, constantFrom, property, string, tuple, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { isWattError } from "@watt/electron";
import { parseForm } from "../src/parse-form.ts";
import { normaliseLines, readUrlencoded, writeMultipart } from "./oracle/forms.ts";

const settings = {
  seed: Number(process.env["WATT_SEED"] ?? 1),
  numRuns: process.env["WATT_FULL"] === "1" ? 20_000 : 1000,
};
const URLENCODED = "application/x-www-form-urlencoded";

const text = string({ unit: "binary", maxLength: 20 }).map((value) => Buffer.from(value).toString());
// Text that looks like what separates and escapes.
const hard = array(
  constantFrom("a", "=", "&", "+", "%", "%2", "%41", ";", '"', "\r\n", "--", "--B", "\0", "ü", "name="),
).map((list) => list.join(""));
const fields = array(
  tuple(
    text,
    text.chain((value) => hard.map((more) => value + more)),
  ),
  { maxLength: 8 },
);

test("urlencoded fields are what the platform reads", () => {
  assert(
    property(fields, (list) => {
      const body = new URLSearchParams(list.map(([name, value]) => [name, value])).toString();
      expect([...parseForm(URLENCODED, new TextEncoder().encode(body))]).toEqual(readUrlencoded(body));
    }),
    settings,
  );
});

test("any text is read as the platform reads it, or refused for a bad escape", () => {
  assert(
    property(hard, (body) => {
      let read: unknown;
      try {
        read = [...parseForm(URLENCODED, new TextEncoder().encode(body))];
      } catch (error) {
        expect(isWattError(error) && error.status).toBe(400);
        // Bad is what is no triplet, and what is no UTF-8: the platform reads that as U+FFFD.
        const isTriplets = !/%(?![\da-f]{2})/i.test(body);
        if (isTriplets) expect(JSON.stringify(readUrlencoded(body))).toContain("\uFFFD");
        return;
      }
      expect(read).toEqual(readUrlencoded(body));
    }),
    settings,
  );
});

test("multipart fields come back as they were put in", async () => {
  await assert(
    asyncProperty(fields, async (list) => {
      const { type, bytes } = await writeMultipart(list);
      expect([...parseForm(type, bytes)]).toEqual(
        list.map(([name, value]) => [normaliseLines(name), normaliseLines(value)]),
      );
    }),
    { ...settings, numRuns: settings.numRuns / 2 },
  );
});

test("bytes of any kind are read or refused with a status, quickly", () => {
  const types = constantFrom(
    URLENCODED,
    "multipart/form-data; boundary=B",
    "multipart/form-data",
    'multipart/form-data; boundary="-"',
  );
  const bytes = uint8Array({ maxLength: 200 });
  const parts = array(
    constantFrom(
      "--B",
      "--B--",
      "\r\n",
      "\r\n\r\n",
      "Content-Disposition: form-data; name=a",
      "filename=x",
      "x",
      "\xff",
      "--",
    ),
  ).map((list) => Uint8Array.from(list.join(""), (unit) => unit.charCodeAt(0)));
  assert(
    property(types, bytes, parts, (type, noise, structured) => {
      for (const body of [noise, structured]) {
        try {
          parseForm(type, body);
        } catch (error) {
          expect(isWattError(error) && (error.status === 400 || error.status === 415), String(error)).toBe(true);
        }
      }
    }),
    settings,
  );
});
