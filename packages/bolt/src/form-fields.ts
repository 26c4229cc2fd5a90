/** The text fields of a form, in the order they were sent. */
export class FormFields {
  readonly #fields: readonly (readonly [string, string])[];

  /** @internal */
  constructor(fields: readonly (readonly [string, string])[]) {
    this.#fields = fields;
  }

  /** The first value of a field, or `undefined`. O(n) in the number of fields. */
  get(name: string): string | undefined {
    return this.#fields.find(([other]) => other === name)?.[1];
  }

  /** All values of a field, in order. */
  all(name: string): string[] {
    return this.#fields.filter(([other]) => other === name).map(([, value]) => value);
  }

  /** Whether the field was sent, empty or not. */
  has(name: string): boolean {
    return this.#fields.some(([other]) => other === name);
  }

  /** Names and values, in order. */
  entries(): IterableIterator<readonly [string, string]> {
    return this.#fields.values();
  }

  [Symbol.iterator](): IterableIterator<readonly [string, string]> {
    return this.entries();
  }
}
