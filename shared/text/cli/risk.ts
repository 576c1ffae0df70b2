import type {
  DataIntrusion,
  KnowledgeFound,
  PopulationUniqueness,
  TellingColumns,
  WorstColumns,
} from '#shared/domain/risk-check.ts';
import { knowledgeSetsText, knowledgeTitle } from '../knowledge-sets.ts';
import { count, numbered } from '../numbers.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** `custos risk`. */
export const riskCommandText = {
  description: 'who could find whom in a table: k, people alone, attackers, protected columns, worst columns',
  qi: 'quasi-identifiers, comma-separated (default: all columns classified linkable)',
  sensitive:
    'columns to protect, for l-diversity and t-closeness (default: at most three of special categories or money)',
  person:
    'column that tells people apart, or none to count rows (default: found by its type, or because it repeats in ' +
    'step with the quasi-identifiers)',
  k: 'says how many rows fall under this class size (default 5)',
  threshold: 'a chance of being found, 0 to 1, above which a row is at risk (default: 1 divided by k)',
  populationOption: 'how many people the file was drawn from',
  populationFile: 'a file of everybody it was drawn from, with the counted columns under the same names',
  stdinTwice: 'Standard input can be the file or the population, not both.',
  knowledgeOption: `what somebody knows, comma-separated: ${Object.keys(knowledgeSetsText).join(', ')} (default: each)`,
  examples: [
    'custos risk customers.csv --qi zip,birth_date,gender --k 5 --json',
    'custos risk customers.csv --population 450000 --knowledge employer,web-analytics',
  ],
  over: (columns: string[]) => `Quasi-identifiers: ${columns.join(', ') || 'none'}`,
  /** Why each column is used, columns of the same reason together. */
  used: (columns: readonly { name: string; use: string; why: string }[]) =>
    [...new Set(columns.map(({ use, why }) => `${use}\n${why}`))].map((kind) => {
      const [use = '', why = ''] = kind.split('\n');
      return `${columns
        .filter((column) => column.use === use && column.why === why)
        .map(({ name }) => name)
        .join(', ')} (${use}): ${why}`;
    }),
  columns: ['measure', 'value'],
  percent,
  measures: {
    rows: 'rows',
    suppressed: 'rows suppressed before',
    k: 'k (smallest class)',
    counts: 'counted in',
    below: (k: number) => `rows under ${k}`,
    classes: 'classes',
    averageClassSize: 'average class size',
    unique: 'unique rows',
    alone: 'people alone',
    above: (threshold: number) => `rows above ${percent(threshold)}`,
    journalistHighest: 'journalist risk, highest',
    journalistAverage: 'journalist risk, average',
    journalistBasis: 'journalist goes by',
    marketer: 'marketer risk',
    population: 'alone in the population',
    zayatz: 'by Zayatz',
    pitman: 'by Pitman',
    snb: 'by SNB',
    individual: 'individual risks',
    highest: 'prosecutor risk, highest',
    average: 'prosecutor risk, average',
  },
  unique: (rows: number, share: number) => `${rows} (${percent(share)})`,
  below: ({ rows, share, classes }: { rows: number; share: number; classes: number }) =>
    `${rows} (${percent(share)}), in ${numbered(classes, 'class', 'classes')}`,
  l: (column: string) => `l-diversity of ${column}`,
  lValue: (distinct: number, entropy: number) => `${distinct} distinct, entropy ${entropy.toFixed(2)}`,
  t: (column: string) => `t-closeness of ${column}`,
  of: (part: number, whole: number) => `${part} of ${whole} (${percent(whole === 0 ? 0 : part / whole)})`,
  basis: {
    file: 'the file: no population was named',
    'population-size': 'the size of the population',
    'population-file': 'the file of the population',
  },
  populationUnknown: 'not measured: name the population with --population',
  population: ({ size, dankar }: PopulationUniqueness) =>
    dankar.by === 'none'
      ? `0 of ${count(size)}: nobody is alone in the file`
      : `${count(Math.round(dankar.estimate))} of ${count(size)} (${percent(dankar.share)}), by ` +
        { pitman: 'Pitman', zayatz: 'Zayatz', snb: 'SNB' }[dankar.by],
  estimate: (people: number | null) => (people === null ? 'does not fit' : count(Math.round(people))),
  individual: ({ expected, highest, average }: { expected: number; highest: number; average: number }) =>
    `${expected.toFixed(1)} expected to be found, highest ${percent(highest)}, average ${percent(average)}`,
  knowledge: {
    columns: ['somebody who is', 'knows columns', 'people alone', 'finds'],
    row: ({ id, columns, found }: KnowledgeFound): (string | number)[] => [
      knowledgeTitle(id),
      columns.length,
      found === null ? 'not measured' : `${found.alone} of ${found.of}`,
      found === null ? 'no such column' : percent(found.share),
    ],
  },
  worst: {
    columns: (upTo: number) => [
      `worst columns, sets up to ${upTo}`,
      'alone by itself',
      'alone with others',
      'of all scores',
    ],
    row: ({ name, alone, rows, share }: WorstColumns['columns'][number]): (string | number)[] => [
      name,
      alone,
      rows,
      percent(share),
    ],
  },
  intrusion: ({ fraction, assumed, file, highest, average }: DataIntrusion) =>
    `Data intrusion simulation: a match of exactly one row is right with a chance of ${percent(file)} over the file; dealt ` +
    `out by scores ${percent(average)} on average and ${percent(highest)} at most. The file is taken for ` +
    `${percent(fraction)} of the population${assumed ? ', as is usual; say how many people there are with --population' : ''}.`,
  sets: {
    columns: ['rows alone in no part of', 'rows'],
    row: ({ columns, rows }: WorstColumns['sets'][number]): (string | number)[] => [columns.join(', '), rows],
  },
  telling: {
    columns: ['tells apart, each with those above', 'classes per row', 'pairs that differ'],
    row: ({ name, distinction, separation }: TellingColumns['together'][number]): (string | number)[] => [
      name,
      percent(distinction),
      `${(separation * 100).toFixed(3)} %`,
    ],
  },
};
