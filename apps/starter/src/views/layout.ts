import {
  body,
  type Child,
  document,
  footer,
  head,
  type Html,
  html_,
  link,
  main,
  meta,
  p,
  script,
  title,
} from "@watt/conduit";

/** The frame of every page. `token` is what Jolt sends with changes. */
export function layout(name: string, token: string | undefined, ...content: readonly Child[]): Html {
  return document(
    html_(
      { lang: "en" },
      head(
        meta({ charset: "utf-8" }),
        meta({ name: "viewport", content: "width=device-width, initial-scale=1" }),
        meta({ name: "color-scheme", content: "light dark" }),
        meta({ name: "theme-color", content: "#f5f2ea", media: "(prefers-color-scheme: light)" }),
        meta({ name: "theme-color", content: "#10131c", media: "(prefers-color-scheme: dark)" }),
        meta({ name: "description", content: "A to-do list that works with JavaScript and without it." }),
        token !== undefined && meta({ name: "csrf-token", content: token }),
        title(name),
        link({ rel: "icon", href: "/assets/favicon.svg", type: "image/svg+xml" }),
        link({ rel: "stylesheet", href: "/assets/starter.css" }),
        script({ src: "/jolt.min.js", defer: true }),
        script({ src: "/assets/starter.js", defer: true }),
      ),
      body(
        main(...content),
        footer(
          { class: "colophon" },
          p("Routed by capacitor, rendered by conduit in electron’s memory, swapped by jolt, served by bolt."),
        ),
      ),
    ),
  );
}
