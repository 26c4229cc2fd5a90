import type { Random } from "../../api.ts";
import { FreshText } from "../../frame/fresh-text.ts";
import { integer, pick } from "../../frame/random.ts";
import { LINKS } from "./constants.ts";
import { type Renew, renewFields } from "./renew.ts";
import { createMakeText, type MakeText } from "./text.ts";
import type { Card, Page } from "./types.ts";

const COUNT = 256;
const POOL = 1024;
/** Cards that make a page of 25 KB. */
const CARDS = 56;
/** Pages begin so many cards apart. Odd, so that no two of them begin with the same card. */
const STRIDE = 61;
const MONTHS = ["January", "April", "July", "October"];

/** 256 pages, made of 1,024 cards. */
export function createPages(random: Random, dirty: number): { list: readonly Page[]; refresh: Renew } {
  const text = createMakeText(random, dirty);
  const cards = Array.from({ length: POOL }, (_, index) => createCard(1000 + index, random, text));
  const list: Page[] = Array.from({ length: COUNT }, (_, page) => ({
    title: text(2),
    query: text(2),
    section: pick(random, LINKS).path,
    cards: Array.from({ length: CARDS }, (_unused, index) => cards[(page * STRIDE + index) % POOL] as Card),
  }));
  const renewPages = renewFields(list, ["title", "query"]);
  const renewCards = renewFields(cards, ["title", "note", "owner", "due", "day"]);
  const renewTags = createRenewTags(cards);
  const refresh: Renew = (from, to) => {
    renewPages(from, to);
    renewCards(0, POOL);
    renewTags(0, POOL);
  };
  return { list, refresh };
}

function createCard(id: number, random: Random, text: MakeText): Card {
  const month = integer(random, 0, MONTHS.length);
  const day = integer(random, 10, 29);
  return {
    id,
    title: text(integer(random, 2, 5)),
    note: createNote(random, text),
    tags: [text(1), text(1), text(1)],
    owner: text(1),
    due: `2026-${String(1 + 3 * month).padStart(2, "0")}-${day}`,
    day: `${day} ${MONTHS[month]}`,
  };
}

/** 40 to 90 characters. */
function createNote(random: Random, text: MakeText): string {
  for (;;) {
    const note = text(integer(random, 7, 14));
    if (note.length >= 40 && note.length <= 90) return note;
  }
}

function createRenewTags(cards: readonly Card[]): Renew {
  const fresh = new FreshText(cards.flatMap(({ tags }) => tags));
  return (from, to) => {
    for (let i = from; i < to; i++) {
      const { tags } = cards[i] as Card;
      for (let k = 0; k < tags.length; k++) tags[k] = fresh.text(i * tags.length + k);
    }
  };
}
