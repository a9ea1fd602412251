/** The longest names the server takes. */
export const CHANNEL_CHARACTERS = 100;
export const SERIES_CHARACTERS = 255;

export const memberWords = (count: number): string => (count === 1 ? '1 member' : `${count} members`);
