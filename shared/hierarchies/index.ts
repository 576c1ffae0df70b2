import { cell } from './builders/cell.ts';
import { date } from './builders/date.ts';
import { interval } from './builders/interval.ts';
import { prefix } from './builders/prefix.ts';
import { tree } from './builders/tree.ts';

/** The one list of hierarchy builders, by their ids. */
export const hierarchyBuilders = { interval, cell, prefix, date, tree } as const;
