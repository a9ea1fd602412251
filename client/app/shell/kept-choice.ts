/** A choice this browser remembers from visit to visit; forgotten where storage is closed. */
export const keptChoice = (name: string) => ({
  read(): string | null {
    try {
      return localStorage.getItem(`lockstep:${name}`);
    } catch {
      return null;
    }
  },
  keep(value: string): void {
    try {
      localStorage.setItem(`lockstep:${name}`, value);
    } catch {
      // Private windows may refuse: the choice then lasts as long as the page.
    }
  },
});
