declare const __WATT_CHECKED__: boolean | undefined;

/**
 * True where checked mode exists: in the sources and in the build that the condition `development` selects. In the
 * production build it is the constant `false`, and every branch on it is gone from the file.
 */
export const CHECKED_BUILD: boolean = typeof __WATT_CHECKED__ === "undefined" || __WATT_CHECKED__;
