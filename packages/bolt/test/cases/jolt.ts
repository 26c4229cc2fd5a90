import { HTML, type Row } from "./case.ts";

const jolt: RequestInit = { headers: { Jolt: "1" } };
const whole = '<!doctype html><html lang="en"><body><p>whole</p></body></html>';

/** One handler, for browsers and for Jolt. */
export const jolts: Row[] = [
  [
    "a browser gets the whole page",
    "/jolt",
    {},
    { status: 200, text: whole, headers: { vary: "Jolt", "content-type": HTML } },
  ],
  ["Jolt gets the fragment", "/jolt", jolt, { status: 200, text: "<div>part</div>", headers: { vary: "Jolt" } }],
  ["an invalid form is 422 for both", "/jolt-invalid", jolt, { status: 422, text: "<div>part</div>" }],
  [
    "a browser is redirected",
    "/jolt-redirect",
    {},
    { status: 303, text: "", headers: { location: "/there", vary: "Jolt" } },
  ],
  [
    "Jolt is told where to go",
    "/jolt-redirect",
    jolt,
    { status: 204, headers: { location: null, "jolt-redirect": "/there" } },
  ],
  ["Jolt gets an envelope", "/jolt-parts", jolt, { status: 200, part: 'jolt-target="#list"' }],
  ["a status set by the handler", "/jolt-status", jolt, { status: 409, text: "<div>part</div>" }],
];
