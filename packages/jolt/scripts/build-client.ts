// Builds dist/jolt.min.js: the client as one script. esbuild bundles, terser shrinks; prints the sizes.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The promise: one file below this many bytes. */
const LIMIT = 10_000;

/** Bundles and minifies the client. Returns the code of one classic script. */
export async function buildClient(): Promise<string> {
  const bundle = await build({
    entryPoints: [`${root}src/client/iife.ts`],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2023",
    minifySyntax: true,
    legalComments: "none",
    logLevel: "error",
  });
  const { code } = await minify(bundle.outputFiles[0]?.text ?? "", {
    ecma: 2020,
    compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, booleans_as_integers: false },
    format: { comments: false },
  });
  return code ?? "";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const code = await buildClient();
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(`${root}dist/jolt.min.js`, code);
  const bytes = Buffer.byteLength(code);
  console.log(`jolt.min.js ${bytes} bytes minified, ${brotliCompressSync(code).length} with brotli`);
  if (bytes >= LIMIT) throw new Error(`jolt.min.js has ${bytes} bytes; the limit is ${LIMIT}.`);
}
