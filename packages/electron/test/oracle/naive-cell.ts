// A cell as an array that is replaced.

export class NaiveCell {
  value: readonly number[];

  constructor(words: number) {
    this.value = Array.from<number>({ length: words }).fill(0);
  }

  write(source: readonly number[]): void {
    this.value = this.value.map((_, at) => Number(BigInt.asIntN(32, BigInt(source[at] as number))));
  }
}
