const special = /[&<>"']/;

/**
 * Index of the first of `& < > " '` in `text`, in UTF-16 units, or -1. By V8's regular expressions, which are faster on
 * strings than copying them to WebAssembly (measured: 57 against 132 ns at 1,024 clean letters). Allocates nothing.
 */
export function scanHtmlString(text: string): number {
  return text.search(special);
}
