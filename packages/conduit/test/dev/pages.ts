import { pathToFileURL } from "node:url";
import * as c from "../../src/index.ts";
import * as m from "../../src/mathml/index.ts";
import * as s from "../../src/svg/index.ts";

// Pages with something of everything. Run as a program, it writes them out.

const { body, div, each, form, h1, head, html_, input, li, link, main, meta, nav, p, script, style, title, ul } = c;

const Menu = c.component((props: { paths: readonly string[] }) =>
  nav(ul(each(props.paths, (path) => li(c.a({ href: path, class: ["item", { here: path === "/" }] }, path))))),
);

const kept = c.keep(p("kept ", c.b("bytes")));

const page = (name: string, count: number): c.Html =>
  c.document(
    html_(
      { lang: "en" },
      head(meta({ charset: "utf-8" }), title(name), link({ rel: "icon", href: "data:," }), style(c.raw("p{margin:0}"))),
      body(
        Menu({ paths: ["/", "/a?b=1&c=2", "javascript:alert(1)"] }),
        main(
          h1(name, " <é🎉>"),
          kept,
          each(Array.from({ length: count }), (_, n) =>
            div({ id: `n${n}`, style: { "--n": n, color: "red" } }, n, "\r\0"),
          ),
          form({ method: "delete", action: "/x" }, input({ name: "q", required: true, value: "\"'" })),
          c.pre("\n a"),
          s.svg({ viewBox: "0 0 1 1" }, s.path({ d: "M0 0" })),
          m.math(m.mi("x")),
        ),
        script({ src: "/a.js", defer: true }),
      ),
    ),
  );

/** The pages, one after another. */
export function pages(): string {
  return ["one", "two & more"].map((name, i) => c.renderToString(() => page(name, i * 20 + 1))).join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(pages());
