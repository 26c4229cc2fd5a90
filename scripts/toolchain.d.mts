/** The repository's root folder. */
export const root: string;
/** The environment of every tool: what is installed here comes first on PATH, and nothing phones home. */
export function toolEnvironment(extra?: Readonly<Record<string, string>>): Record<string, string>;
