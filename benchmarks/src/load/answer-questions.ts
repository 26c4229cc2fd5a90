/** The child's half of `startChild`: answers every message of the parent, and ends when the parent has gone. */
export function answerQuestions(answer: (question: unknown) => Promise<object>): void {
  process.on("message", (question) => {
    answer(question).then(
      (value) => process.send?.(value),
      (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? "") : String(error) }),
    );
  });
  process.on("disconnect", () => process.exit());
}
