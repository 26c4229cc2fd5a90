/**
 * The order of one round. Odd rounds run backwards, so that what drifts over a round (heat, other work on the machine)
 * favours nobody; over each pair of rounds every engine has the same mean place.
 */
export function orderOfRound<T>(engines: readonly T[], round: number): readonly T[] {
  return round % 2 === 0 ? [...engines] : engines.toReversed();
}
