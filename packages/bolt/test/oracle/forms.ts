/** What the platform makes of a form: the oracle for well-formed input. */

/** Reads an urlencoded body. */
export function readUrlencoded(body: string): [string, string][] {
  return [...new URLSearchParams(body)];
}

/** Encodes fields as multipart as a browser does, and gives the type with its boundary. */
export async function writeMultipart(
  fields: readonly (readonly [string, string])[],
): Promise<{ type: string; bytes: Uint8Array }> {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  const request = new Request("http://localhost", { method: "POST", body: data });
  return { type: request.headers.get("content-type") as string, bytes: new Uint8Array(await request.arrayBuffer()) };
}

/** Line ends as a form sends them. */
export function normaliseLines(text: string): string {
  return text.replace(/\r\n|\r|\n/g, "\r\n");
}
