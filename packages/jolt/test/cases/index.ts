import { answers } from "./answers.ts";
import { events } from "./events.ts";
import { fields } from "./fields.ts";
import { focus } from "./focus.ts";
import { guard } from "./guard.ts";
import { swaps } from "./swaps.ts";
import { triggers } from "./triggers.ts";

/** The behaviour of the client, row by row. */
export const cases = [...fields, ...swaps, ...triggers, ...guard, ...answers, ...focus, ...events];
