import { type ContainerMeta, IS_INTEGER, IS_OPTIONAL } from "../compiled/container.ts";
import { makerSource } from "../match/params-shape.ts";

/** The module of compiled routes. */
export function renderModule(
  image: Uint8Array,
  { routes, shapes }: ContainerMeta,
  [plain, hosted]: readonly (string | undefined)[],
  runtime: string,
): string {
  const makers = shapes.map(({ params }) =>
    makerSource(
      params.map(([name, flags]) => ({
        name,
        isInteger: (flags & IS_INTEGER) !== 0,
        isOptional: (flags & IS_OPTIONAL) !== 0,
      })),
    ),
  );
  return `// Made by @watt/capacitor of ${routes.length} routes. Do not edit.
import { loadRouter } from ${JSON.stringify(runtime)};

const image = Uint8Array.from(atob(
  "${base64(image)}",
), (letter) => letter.charCodeAt(0));

const code = {
plain: ${plain ?? "undefined"},
hosted: ${hosted ?? "undefined"},
makers: [${makers.join(",\n")}],
};

/** The router of the compiled routes, which lead to these values. */
export function createRouter(values, options) {
  return loadRouter(image, values, { code, ...options });
}
`;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
