import type { AttackResult } from '#shared/domain/attack-results.ts';
import { attackText } from '../attack.ts';
import { waysText } from '../ways.ts';
import { count, counted, percent } from '../numbers.ts';

/** Sentences of the ways of making a release, side by side on the Risk screen. */
export const waysWindowText = {
  title: 'Ways to release it',
  why:
    'Each way makes a recipe for the purpose and is measured over all rows, as its release would be. Nothing is written ' +
    'until you run one.',
  purpose: 'Purpose',
  tables: 'Narrow tables',
  compare: 'Compare the ways',
  again: 'Compare again',
  job: (name: string) => `Comparing ways for ${name}`,
  stale: 'Measured for another purpose, k or number of tables. Compare again.',
  heads: {
    way: 'Way',
    rows: 'Rows out',
    columns: 'Columns',
    detail: 'Detail kept',
    k: 'Alike',
    worst: 'An attack finds',
    called: 'Called',
    use: 'Use',
  },
  rows: (out: number | null, of: number | null) =>
    out === null || of === null ? 'not measured' : out >= of ? 'none lost' : `${percent((of - out) / of)} out`,
  drawn: (rows: number | null) => (rows === null ? 'not measured' : 'drawn anew'),
  columns: (written: number | null, of: number) =>
    written === null ? 'not measured' : `${count(written)} of ${count(of)}`,
  detail: (share: number | null) => (share === null ? 'not measured' : percent(share)),
  alike: (k: number | null, label: string | null) =>
    label === null ? 'not measured' : k === null ? 'nobody’s rows' : counted(k, 'person', 'people'),
  worst: (attacks: readonly AttackResult[], label: string | null): string => {
    if (label === null) return 'not measured';
    if (attacks.length === 0) return 'whose rows they are';
    const refused = attacks.filter(({ verdict }) => verdict === 'refused');
    const [most] = (refused.length > 0 ? refused : attacks).toSorted((a, b) => (b.risk ?? 0) - (a.risk ?? 0));
    return most?.risk == null ? 'not measured' : `${percent(most.risk)}, ${attackText.name(most)}`;
  },
  use: 'Use',
  useOf: (way: string) => `Use ${way}`,
  used: (name: string, steps: number) =>
    `The recipe is ${name} now, ${counted(steps, 'step')}. Undo brings the former back.`,
  refused: (sentence: string) => `Would be refused: ${sentence}`,
  names: waysText.names,
  what: waysText.what,
};
