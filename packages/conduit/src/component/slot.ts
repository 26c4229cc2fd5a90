import type { Child } from "../api.ts";

/**
 * A place that who uses a component may fill: `content`, or what `otherwise` makes when there is none. A slot is a prop:
 *
 *     const Card = component<{ footer?: Child }>(({ footer }, children) =>
 *       section(children, slot(footer, () => small("no footer"))));
 */
export function slot(content: Child, otherwise?: () => Child): Child {
  return content === undefined || content === null || content === false ? otherwise?.() : content;
}
