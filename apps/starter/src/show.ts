import type { Todo } from "./todo.ts";

/** Which to-dos the page shows. It travels as `?show=` in every address, so that an action keeps the view. */
export const SHOWS = ["all", "active", "completed"] as const;

export type Show = (typeof SHOWS)[number];

/** Reads `?show=`; what it does not know shows everything. */
export function readShow(query: URLSearchParams): Show {
  return SHOWS.find((show) => show === query.get("show")) ?? "all";
}

/** Whether a to-do belongs into the view. */
export function isShown(show: Show, todo: Todo): boolean {
  return show === "all" || todo.done === (show === "completed");
}

/** An address that keeps the view: `at("/todos", "active", { edit: 3 })` is `/todos?show=active&edit=3`. */
export function at(path: string, show: Show, more: Readonly<Record<string, string | number>> = {}): string {
  const query = new URLSearchParams();
  if (show !== "all") query.set("show", show);
  for (const [name, value] of Object.entries(more)) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}
