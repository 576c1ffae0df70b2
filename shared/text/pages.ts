import { count } from './numbers.ts';

/** Words of every page that is printed. */
export const pageText = { row: (at: number, of: number) => `${count(at)} of ${count(of)}` };
