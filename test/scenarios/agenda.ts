/** Something that happens at an instant. */
export interface Happening {
  at: number;
  run: () => Promise<unknown>;
}

/** What is to happen, the earliest first; of the same instant, what was put in first. */
export class Agenda {
  #happenings: Happening[] = [];

  add(...happenings: readonly Happening[]): void {
    this.#happenings = [...this.#happenings, ...happenings].sort((a, b) => a.at - b.at);
  }

  /** When the next one is, if it is not after this instant. */
  nextBy(at: number): number | undefined {
    const [next] = this.#happenings;
    return next && next.at <= at ? next.at : undefined;
  }

  take(): Happening | undefined {
    return this.#happenings.shift();
  }
}
