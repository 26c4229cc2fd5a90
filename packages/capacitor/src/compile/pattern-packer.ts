import type { Automaton } from "../constraint/automaton.ts";
import {
  type AutomatonMeta,
  IS_INTEGER,
  IS_OPTIONAL,
  type PatternMeta,
  type ShapeMeta,
} from "../compiled/container.ts";
import type { ParamsShape } from "../match/params-shape.ts";
import { isSkip, type Pattern } from "../pattern/pattern.ts";

/** Makes JSON of patterns; they share their automata. */
export class PatternPacker {
  readonly automata: AutomatonMeta[] = [];
  readonly #numbers = new Map<string, number>();

  pack({ steps, params }: Pattern): PatternMeta {
    return {
      steps: steps.map((step) => (isSkip(step) ? step.to : ([step.kind, ...step.parts] as const))),
      constraints: params.map(({ constraint }) =>
        constraint === undefined ? null : this.#numberOf(constraint.automaton),
      ),
    };
  }

  shapeMeta({ params, isPlain, skips }: ParamsShape): ShapeMeta {
    const flagged = params.map(({ name, isInteger, isOptional }) => {
      return [name, (isInteger ? IS_INTEGER : 0) | (isOptional ? IS_OPTIONAL : 0)] as const;
    });
    return { params: flagged, isPlain, skips };
  }

  #numberOf({ key, columns, width, next, accepts }: Automaton): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.automata.length);
    return this.automata.push({ columns: [...columns], width, next: [...next], ends: [...accepts] }) - 1;
  }
}
