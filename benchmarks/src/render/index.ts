import type { OperationSuite } from "../api.ts";
import { cases, inputs, type RenderCase, type RenderInput } from "./cases.ts";
import { goals } from "./goals.ts";

const CONDUIT = ["@watt/conduit", "@watt/electron"];

/** One render, from data to UTF-8 bytes. */
export const render: OperationSuite<RenderCase, RenderInput> = {
  kind: "operation",
  name: "render",
  title: "One render, from data to UTF-8 bytes",
  caveats: [
    "Every row ends in bytes; peers that make a string pay for Buffer.from, as they would before a socket.",
    "Outputs are equal but for how HTML lets references, attributes and void elements be spelled. pug, preact, solid, " +
      "svelte and marko leave `>` or quotes where they mean themselves; kita escapes of attribute values only the " +
      "quote, so typed references change their meaning there; ghtml and handlebars escape `=` as well.",
    "Work is not equal in safety: conduit checks attribute names and the scheme of every href, the peers do neither.",
    "Text is ASCII. Nothing here waits for data or is streamed. dirty = 10 % of the texts hold two to four of " +
      "& < > \" '.",
    "item: one li. page: 25 KB, 56 cards in 694 elements. table: 1,000 rows of 10 cells, 150 KB. tree: 2,047 " +
      "components that call one another, 120 KB. Strings are new to V8; each is written once or a few times.",
    "concat is written by hand for these pages: it shows what string building alone costs, nobody maintains " +
      "pages like that.",
  ],
  reference: "concat",
  goals,
  cases,
  engines: [
    {
      name: "conduit",
      own: true,
      packages: CONDUIT,
      load: async () => (await import("./engines/conduit.ts")).conduit,
    },
    {
      name: "conduit (leased)",
      own: true,
      note: "UNEQUAL RESULT: bytes on loan until the next render, where the other rows give bytes to keep",
      packages: CONDUIT,
      load: async () => (await import("./engines/conduit.ts")).conduitLeased,
    },
    {
      name: "concat",
      note: "template literals, an escape function and Buffer.from",
      packages: [],
      load: async () => (await import("./engines/concat.ts")).concat,
    },
    { name: "ghtml", packages: ["ghtml"], load: async () => (await import("./engines/ghtml.ts")).ghtml },
    { name: "pug", packages: ["pug"], load: async () => (await import("./engines/pug.ts")).pug },
    { name: "eta", packages: ["eta"], load: async () => (await import("./engines/eta.ts")).eta },
    {
      name: "handlebars",
      packages: ["handlebars"],
      load: async () => (await import("./engines/handlebars.ts")).handlebars,
    },
    {
      name: "kita",
      note: "the calls that the react-jsx transform makes of TSX",
      packages: ["@kitajs/html"],
      load: async () => (await import("./engines/kita.ts")).kita,
    },
    { name: "hono/html", packages: ["hono"], load: async () => (await import("./engines/hono-html.ts")).honoHtml },
    { name: "hono/jsx", packages: ["hono"], load: async () => (await import("./engines/hono-jsx.ts")).honoJsx },
    {
      name: "solid",
      note: "compiled by babel-preset-solid for the server, without hydration",
      packages: ["solid-js", "babel-preset-solid"],
      load: async () => (await import("./engines/solid.ts")).solid,
    },
    {
      name: "vue",
      note: "each promise is awaited; with the markers for hydration, which cannot be left out: a tree has 12 % more bytes",
      packages: ["vue"],
      load: async () => (await import("./engines/vue.ts")).vue,
    },
    {
      name: "svelte",
      note: "compiled for the server; with the markers for hydration, which cannot be left out: a tree has 59 % more bytes for them",
      packages: ["svelte"],
      load: async () => (await import("./engines/svelte.ts")).svelte,
    },
    {
      name: "marko",
      note: "Marko 6, compiled for the server; it leaves out the quotes that it can: a tree has 7 % fewer bytes",
      packages: ["marko", "@marko/compiler"],
      load: async () => (await import("./engines/marko.ts")).marko,
    },
    {
      name: "preact",
      packages: ["preact", "preact-render-to-string"],
      load: async () => (await import("./engines/preact.ts")).preact,
    },
    {
      name: "react",
      note: "renderToStaticMarkup",
      packages: ["react", "react-dom"],
      load: async () => (await import("./engines/react.ts")).react,
    },
  ],
  inputs,
};
