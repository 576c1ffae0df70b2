import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { noColumns, outputColumns, says, type OfColumns } from './words.ts';

const keepExact = (columns: number): string =>
  `${outputColumns(columns)} ` +
  `${columns === 1 ? 'keeps the exact value of its' : 'keep the exact value of their'} source.`;
const coarser = 'Use city or state, age bands, days or months, and parts of a site.';

/** Rows that are single acts of people. */
interface OfEvents extends OfColumns {
  rows: number;
  people: number;
}
const actByAct = ({ rows, people }: OfEvents): string =>
  `${counted(rows, 'row')} of ${counted(people, 'person', 'people')}, each a single click, page or visit.`;
const counts = 'Write how often people did it, one row a person, or leave these columns out.';

export const e1Text = {
  title: 'No granular tracking',
  reasons: {
    'no-columns': noColumns,
    'nothing-exact': () => says('No exact place, age, time or page address is in the output.'),
    'exact-in-targeting': ({ columns }: OfColumns) =>
      says(
        `A targeting release may not keep exact places, ages, times or page addresses: ${firstNames(columns)}.`,
        keepExact(columns.length),
        coarser,
      ),
    'exact-in-output': ({ columns }: OfColumns) =>
      says(
        `Exact places, ages, times or page addresses are in the output: ${firstNames(columns)}.`,
        keepExact(columns.length),
        coarser,
      ),
    'events-in-targeting': (found: OfEvents) =>
      says(
        `A targeting release may not follow people act by act: ${firstNames(found.columns)}.`,
        actByAct(found),
        counts,
      ),
    'events-in-output': (found: OfEvents) =>
      says(`The output follows people act by act: ${firstNames(found.columns)}.`, actByAct(found), counts),
  },
};
