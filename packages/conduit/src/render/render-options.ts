/** A fragment, whatever its props. */
export interface AnyFragment {
  readonly id: string;
}

/** What one render is told. */
export interface RenderOptions {
  /** The nonce of the page's content security policy: what `cspNonce` stands for. */
  readonly nonce?: string;
  /** The only fragment that is wanted of the view. */
  readonly only?: AnyFragment;
}
