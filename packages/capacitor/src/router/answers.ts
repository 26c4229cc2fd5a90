/** Whether a route is one for requests of a method: HEAD is answered where GET is, unless it has a route of its own. */
export function answers(route: { readonly method: string }, method: string): boolean {
  return route.method === method || (method === "HEAD" && route.method === "GET");
}
