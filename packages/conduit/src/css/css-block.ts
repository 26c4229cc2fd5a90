/** Rules for the elements that have its class, and what is inside of them. Made by `css`. */
export class CssBlock {
  /** The same for the same rules, in any process: `c-` and a hash of them. */
  readonly className: string;
  /** `.class{…}`. */
  readonly text: string;

  /** @internal */
  constructor(className: string, rules: string) {
    this.className = className;
    this.text = `.${className}{${rules}}`;
    Object.freeze(this);
  }

  /** The class, so that a block may stand where its name does. */
  toString(): string {
    return this.className;
  }
}
