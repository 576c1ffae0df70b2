import type { AttackKind, AttackResult } from '../domain/attack-results.ts';
import type { ComparedWay, OfferedWay } from '../domain/compared-way.ts';
import { shortName } from './names.ts';
import { count, percent } from './numbers.ts';

/** In the order of WP216. */
const attackKinds: readonly AttackKind[] = ['singling-out', 'linkability', 'inference'];

/** What the ways of making a release are called, and what each is good for. */
export const waysText = {
  names: {
    narrow: 'narrow',
    counts: 'counts',
    levels: 'levels',
    wide: 'wide',
    synthetic: 'synthetic',
    pseudonymised: 'pseudonymised',
  } satisfies Record<OfferedWay, string>,
  what: {
    narrow: 'One table of the columns the purpose needs most, each as coarse as it has to be.',
    counts: 'The same table as counts: each combination once, with how many people have it.',
    levels: 'As many columns as go together, one level of detail for each.',
    wide: 'Every column and every row; people in groups that read alike, each cell with the values of its group.',
    synthetic: 'Every column; rows drawn from noisy counts, so that none is anybody’s.',
    pseudonymised: 'Every column the purpose needs; identifiers hashed under a key. Still personal data.',
  } satisfies Record<OfferedWay, string>,
  heads: ['way', 'called', 'rows', 'columns', 'detail kept', 'k', 'singling out', 'linking', 'inference'],
  /** The worst of a kind of attack; pseudonymised rows are not attacked: they are a person’s. */
  worst: (attacks: readonly AttackResult[], kind: AttackKind): string => {
    const found = attacks.find(({ attack }) => attack === kind);
    if (found?.risk == null) return '–';
    const of = found.column === undefined ? '' : ` ${shortName(found.column)}`;
    return `${percent(found.risk)}${of}${found.verdict === 'refused' ? ', refused' : ''}`;
  },
  row: (way: ComparedWay): string[] => [
    waysText.names[way.way],
    way.label ?? 'no recipe',
    way.rowsOut === null || way.rowsIn === null ? '' : `${count(way.rowsOut)} of ${count(way.rowsIn)}`,
    way.columns === null ? '' : count(way.columns),
    way.detail === null ? '' : percent(way.detail),
    way.k === null ? '–' : count(way.k),
    ...attackKinds.map((kind) => waysText.worst(way.attacks, kind)),
  ],
  why: (way: OfferedWay, sentence: string) => `${waysText.names[way]}: ${sentence}`,
};
