/** The client as it ships, made of the sources as they are now. */
export async function minifiedClient(): Promise<string> {
  // Why not a plain import: the script belongs to the build, which the tests' type check does not include.
  const script = new URL("../scripts/build-client.ts", import.meta.url).href;
  const { buildClient } = (await import(/* @vite-ignore */ script)) as { buildClient(): Promise<string> };
  return buildClient();
}
