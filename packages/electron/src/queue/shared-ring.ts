import { SharedQueue } from "./shared-queue.ts";

/** A queue that can carry messages. What the members promise stands at `MessageProducer` and `MessageConsumer`. */
export abstract class SharedRing extends SharedQueue {
  abstract tryWrite(bytes: Uint8Array): boolean;
  abstract tryRead(target: Uint8Array): number;

  write(bytes: Uint8Array, timeout?: number): boolean {
    return this.attempt("isClosed", false, () => this.tryWrite(bytes), this.#patience(bytes, timeout));
  }

  writeAsync(bytes: Uint8Array, timeout?: number): Promise<boolean> {
    return this.attemptAsync("isClosed", false, () => this.tryWrite(bytes), this.#patience(bytes, timeout));
  }

  read(target: Uint8Array, timeout?: number): number {
    return this.attempt("isDone", -1, () => this.tryRead(target), timeout);
  }

  readAsync(target: Uint8Array, timeout?: number): Promise<number> {
    return this.attemptAsync("isDone", -1, () => this.tryRead(target), timeout);
  }

  // There will never be room for a message that is too long.
  #patience(bytes: Uint8Array, timeout: number | undefined): number | undefined {
    return bytes.length > 4 * this.capacity - 4 ? 0 : timeout;
  }
}
