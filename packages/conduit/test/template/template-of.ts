/** What JavaScript would hand to a tag for these strings. */
export function templateOf(strings: readonly string[]): TemplateStringsArray {
  const raw = Object.freeze([...strings]);
  return Object.freeze(Object.defineProperty([...strings], "raw", { value: raw })) as never;
}
