/** A pen's colour by name; each side shows it in its own palette. */
export const PEN_COLORS = ['red', 'yellow', 'green', 'blue', 'white', 'black'] as const;
