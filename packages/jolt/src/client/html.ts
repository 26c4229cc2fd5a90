interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

// Why at load: where the page's policy does not allow `jolt`, the script ends here and the page works without it.
const policy = trustedTypes?.createPolicy("jolt", { createHTML: (html) => html });

const trust = (html: string): string => (policy ? policy.createHTML(html) : html);

/** Parses HTML as if it stood inside `context`: rows stay rows, SVG stays SVG, scripts run when inserted. */
export function parse(html: string, context: Node): DocumentFragment {
  const range = document.createRange();
  range.selectNodeContents(context);
  return range.createContextualFragment(trust(html));
}

/** Parses HTML of any kind, rows and text side by side: what envelopes need. Scripts run when inserted. */
export function parseMixed(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = trust(html);
  return template.content;
}

/** Lets the scripts run that came through a template, which marks them as done. */
export function reviveScripts(content: DocumentFragment): void {
  for (const script of content.querySelectorAll("script")) script.replaceWith(parse(script.outerHTML, document.body));
}
