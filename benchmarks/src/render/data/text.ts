import type { Random } from "../../api.ts";
import { integer, pick, word } from "../../frame/random.ts";

/** Makes a text of some words of 2 to 9 letters. */
export type MakeText = (words: number) => string;

const SPECIALS = ["&", "<", ">", '"', "'"];

/** `dirty` is the share of the texts that hold characters to escape, two to four each. */
export function createMakeText(random: Random, dirty: number): MakeText {
  return (words) => {
    const plain = Array.from({ length: words }, () => word(random, integer(random, 2, 10))).join(" ");
    return random() < dirty ? soil(plain, random) : plain;
  };
}

function soil(plain: string, random: Random): string {
  let text = plain;
  for (let left = integer(random, 2, 5); left > 0; left--) {
    const at = integer(random, 0, text.length + 1);
    text = text.slice(0, at) + pick(random, SPECIALS) + text.slice(at);
  }
  return text;
}
