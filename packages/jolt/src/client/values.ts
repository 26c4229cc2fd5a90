/** The elements that send one value of their own, and their parts that are read here. */
export type Field = Element &
  Partial<Pick<HTMLInputElement, "form" | "type" | "name" | "value" | "checked" | "files">> & {
    readonly selectedOptions?: HTMLCollectionOf<HTMLOptionElement>;
  };

/** True for what submits its form: a `<button>` of type submit, `<input type=submit>`, `<input type=image>`. */
export function isSubmitter(element: Field): boolean {
  return !!element.form && /^(submit|image)$/.test(element.type ?? "");
}

/** True for controls that a value is entered in. */
export function isField(element: Element): boolean {
  return element.matches("select,textarea,input:not([type=button],[type=reset],[type=submit],[type=image])");
}

/** What a form sends when this button submits it, or what one control sends alone. */
export function valuesOf(element: Field, form: HTMLFormElement | null, submitter: HTMLElement | null): FormData {
  if (form) return new FormData(form, submitter);
  const data = new FormData();
  const { name, type, checked, files, selectedOptions, value } = element;
  if (!name || value === undefined || (/^(checkbox|radio)$/.test(type ?? "") && !checked)) return data;
  for (const item of (type === "file" && files) ||
    (selectedOptions ? [...selectedOptions].map((option) => option.value) : [value])) {
    data.append(name, item);
  }
  return data;
}

/** The same as in a native urlencoded form: of a file, its name. */
export function encode(
  data: FormData | URLSearchParams,
  into: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  for (const [name, value] of data) into.append(name, typeof value === "string" ? value : value.name);
  return into;
}
