/** The params as a plain object, with the value that a peer keeps under `*` named as in the tables. Never timed. */
export function renameWildcard(
  params: Readonly<Record<string, string | undefined>> | undefined,
): Record<string, unknown> {
  const { "*": path, ...rest } = params ?? {};
  return path === undefined ? rest : { ...rest, path };
}
