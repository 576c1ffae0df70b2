import { numbered } from '../numbers.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** `custos risk`. */
export const riskCommandText = {
  description: 'k, unique rows and re-identification risk over quasi-identifiers',
  qi: 'quasi-identifiers, comma-separated (default: all columns classified linkable)',
  sensitive: 'sensitive columns for l-diversity and t-closeness',
  person:
    'column that tells people apart, or none to count rows (default: found by its type, or because it repeats in ' +
    'step with the quasi-identifiers)',
  k: 'also says how many rows fall under this class size',
  examples: ['custos risk customers.csv --qi zip,birth_date,gender --k 5 --json'],
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
    highest: 'prosecutor risk, highest',
    average: 'prosecutor risk, average',
  },
  unique: (rows: number, share: number) => `${rows} (${percent(share)})`,
  below: ({ rows, share, classes }: { rows: number; share: number; classes: number }) =>
    `${rows} (${percent(share)}), in ${numbered(classes, 'class', 'classes')}`,
  l: (column: string) => `l-diversity of ${column}`,
  lValue: (distinct: number, entropy: number) => `${distinct} distinct, entropy ${entropy.toFixed(2)}`,
  t: (column: string) => `t-closeness of ${column}`,
};
