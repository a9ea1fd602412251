/** How far a person's picture is from the screening's clock, as a colour and, beside it, as words. */
export type Ring = 'in-step' | 'adrift' | 'away' | 'none';
