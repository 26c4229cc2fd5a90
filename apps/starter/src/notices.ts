/** What a page without Jolt is told about the action that led to it, by `?notice=`. Names, so that no address can write on the page. */
export const NOTICES = {
  gone: "That to-do is no longer there. This is the list as it is now.",
  elsewhere: "Added. It is active, so this view does not show it.",
} as const;

export type NoticeName = keyof typeof NOTICES;

/** Reads `?notice=`. */
export function readNotice(query: URLSearchParams): string | undefined {
  const name = query.get("notice") ?? "";
  return Object.hasOwn(NOTICES, name) ? NOTICES[name as NoticeName] : undefined;
}
