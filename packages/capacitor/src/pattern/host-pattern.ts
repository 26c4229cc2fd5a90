/**
 * Hosts are looked for in the tree of paths: a host is the first segment of a path, and a rule for hosts the first segment
 * of a pattern. So all that is true of paths, of rank above all, is true of hosts.
 */
const HOST = /^(?:[a-z0-9_-]+|:[A-Za-z_]\w*(?:\((?:[^()]|\([^()]*\))+\))?|\*[A-Za-z_]\w*|\.)+$/;
const PARAM = /([:*])([A-Za-z_]\w*)(\((?:[^()]|\([^()]*\))+\))?/g;

const LABEL = "(label)";
const LABELS = "(labels)";

/** The segment of a rule such as `:tenant.example.com` or `*sub.example.com`; `undefined` when it is none. */
export function hostSegment(rule: string): string | undefined {
  if (!HOST.test(rule)) return undefined;
  return rule.replace(PARAM, (_, kind: string, name: string, constraint: string | undefined) => {
    return `:${name}${constraint ?? (kind === "*" ? LABELS : LABEL)}`;
  });
}

const NAME = /^([a-z0-9_.-]*[a-z0-9_-])\.?(?::\d*)?$/;

/** The host that a `Host` header names, in lower case, without port and final dot; `undefined` where rules have none such. */
export function hostName(header: string): string | undefined {
  return NAME.exec(header.toLowerCase())?.[1];
}
