import { Piece, Step, type StepKind } from "./program.ts";
import { joinable } from "./writer.ts";

/** Collects what a template is parsed to: static markup, cut into pieces by holes. */
export class Output {
  readonly steps: Step[] = [];
  private text = "";
  private doubles = false;

  /** True right after a hole. */
  get isEmpty(): boolean {
    return this.text === "";
  }

  /** Appends static markup. */
  write(text: string): void {
    this.text += text;
  }

  /** Appends static text or a static value. CR is spelled as builders spell it, since parsers would make LF of it. */
  writeText(text: string): void {
    this.write(text.replaceAll("\r", "&#13;"));
  }

  /** Says that the line end which is written next would be dropped if no hole before it wrote anything. */
  markDoubling(): void {
    this.doubles = true;
  }

  /** Appends a hole. */
  hole(kind: StepKind, tag: string): Step {
    const step = new Step(kind, this.end(), tag);
    this.steps.push(step);
    return step;
  }

  /** The markup since the last hole. */
  end(): Piece {
    const piece = new Piece(joinable(this.text), this.doubles);
    this.text = "";
    this.doubles = false;
    return piece;
  }
}
