// A lock as one boolean.

export class NaiveLock {
  held = false;

  take(): boolean {
    if (this.held) return false;
    this.held = true;
    return true;
  }

  give(): boolean {
    const was = this.held;
    this.held = false;
    return was;
  }
}
