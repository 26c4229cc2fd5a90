import { raw } from "@watt/conduit";

const open = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">';

export const pencil = raw(
  `${open}<path d="M4 20l1-4.5L16.5 4a1.8 1.8 0 0 1 2.6 0l.9.9a1.8 1.8 0 0 1 0 2.6L8.5 19z"/><path d="M14.5 6l3.5 3.5"/></svg>`,
);
export const cross = raw(`${open}<path d="M6 6l12 12M18 6L6 18"/></svg>`);
export const bolt = raw(`${open}<path d="M13.5 2L4.5 13.5H11L10 22l9.5-12H13z"/></svg>`);
