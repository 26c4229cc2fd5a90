/** What is seen of a box: runs in the page. The first box holds a harmless value; the others must look as it does. */
export interface Seen {
  readonly at: number;
  readonly what: string;
}

/** Boxes that do not look as the first one. `isName` leaves out how attributes are called. */
export function strangersOf(root: Document, isName: boolean): Seen[] {
  const boxes = [...root.querySelectorAll("body > section")];
  const shape = (node: Node): string => {
    if (node.nodeType === 3) return "#text";
    if (!(node instanceof Element) && !("getAttributeNames" in node)) return node.nodeName;
    const element = node as Element;
    const names = element.getAttributeNames();
    const content = element instanceof HTMLTemplateElement ? element.content : element;
    const children = [...content.childNodes]
      .map(shape)
      .filter((one, at, all) => one !== "#text" || all[at - 1] !== one);
    const shadow = element.shadowRoot === null ? "" : "#shadow";
    const attributes = isName ? names.length : names.sort().join();
    return `${element.namespaceURI} ${element.localName}[${attributes}]${shadow}(${children.join()})`;
  };
  const insideOf = (box: Element): string => [...box.childNodes].map(shape).join();
  const expected = insideOf(boxes[0]!);
  const strangers: Seen[] = [];
  boxes.forEach((box, at) => {
    const found = insideOf(box);
    if (found !== expected) strangers.push({ at, what: `${found} instead of ${expected}` });
    // What a page reads and writes again must not become something else.
    const copy = root.createElement("section");
    copy.innerHTML = box.innerHTML;
    copy.innerHTML = copy.cloneNode(true) instanceof Element ? copy.innerHTML : "";
    const again = insideOf(copy);
    if (again !== expected) strangers.push({ at, what: `${again} when written again, instead of ${expected}` });
  });
  const others = [...root.body.children].filter((one) => one.localName !== "section").map((one) => one.localName);
  if (others.length > 0) strangers.push({ at: -1, what: `outside of boxes: ${others.join()}` });
  if (root.head.querySelectorAll(":not(meta):not(title)").length > 0) strangers.push({ at: -1, what: "in the head" });
  return strangers;
}

/** Addresses by which a browser would run something: it says itself how it reads them. */
export function badAddressesOf(root: Document): Seen[] {
  const schemes = new Set(["http:", "https:", "mailto:", "tel:", "about:"]);
  return [...root.querySelectorAll("body > section")].flatMap((box, at) =>
    [...box.querySelectorAll("*")].flatMap((element) =>
      ["href", "xlink:href", "src", "action", "formaction", "cite", "ping"].flatMap((name) => {
        const value = element.getAttribute(name) ?? "";
        return (name === "ping" ? value.split(/[\t\n\f\r ]+/) : [value]).flatMap((url) => {
          const link = root.createElement("a");
          link.href = url;
          return link.protocol === ":" || schemes.has(link.protocol) ? [] : [{ at, what: `${name}=${url}` }];
        });
      }),
    ),
  );
}

/** The values that are found in the boxes, in place of those that were put in. */
export function valuesOf(root: Document, where: string): (string | null)[] {
  if (where === "code") return (globalThis as unknown as { seen: string[] }).seen;
  return [...root.querySelectorAll("body > section")].map((box) => {
    const element = box.firstElementChild;
    if (where === "text") return element!.textContent;
    if (where === "json") return JSON.parse(element!.textContent) as string;
    return element!.getAttribute(where);
  });
}

/** Follows each link that leads somewhere, in a frame beside the page. */
export async function follow(root: Document): Promise<number> {
  const sink = root.createElement("iframe");
  sink.name = "sink";
  root.body.append(sink);
  const links = [...root.querySelectorAll("a")].filter((link) => link.protocol !== "about:");
  for (const link of links) {
    link.target = "sink";
    link.click();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return links.length;
}
