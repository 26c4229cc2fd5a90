/** The small HTML page of the suite, and how it is written without a framework. */

export interface Task {
  readonly title: string;
  readonly owner: string;
}

/** Holds what must be escaped, but only characters that all servers spell alike. */
export const tasks: readonly Task[] = [
  { title: "Buy bread & butter", owner: "Ada" },
  { title: "Read <The Art of Electronics>", owner: "Grace" },
  { title: "Mend the fuse", owner: "Michael" },
  { title: "Compare a < b with b > a", owner: "Alan" },
  { title: "Write to R&D", owner: "Hedy" },
  { title: "Water the plants", owner: "Ada" },
  { title: "Wind the coil", owner: "Nikola" },
  { title: "Label the terminals", owner: "Grace" },
];

const SPECIAL = /[&<>]/;

function escape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** By concatenation: what `raw node:http` and fastify send, and what every server must answer. */
export function writePage(name: string): string {
  let items = "";
  for (const { title, owner } of tasks) {
    items += `<li class="task"><b>${escape(title)}</b> <span class="owner">${escape(owner)}</span></li>`;
  }
  const safe = escape(name);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tasks of ${safe}</title></head>` +
    `<body><h1>Hello, ${safe}</h1><ul class="tasks">${items}</ul><p>${tasks.length} tasks</p></body></html>`
  );
}
