/** Copies of the database for single test files are made from this one, which nobody ever connects to. */
export const TEMPLATE = 'lockstep_template';
