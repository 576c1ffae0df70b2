const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** `custos risk`. */
export const riskCommandText = {
  description: 'k, unique rows and re-identification risk over quasi-identifiers',
  qi: 'quasi-identifiers, comma-separated (default: all columns classified linkable)',
  sensitive: 'sensitive columns for l-diversity and t-closeness',
  examples: ['custos risk customers.csv --qi zip,birth_date,gender --json'],
  over: (columns: string[]) => `Quasi-identifiers: ${columns.join(', ') || 'none'}`,
  columns: ['measure', 'value'],
  percent,
  measures: { rows: 'rows', k: 'k (smallest class)', classes: 'classes', averageClassSize: 'average class size', unique: 'unique rows', highest: 'prosecutor risk, highest', average: 'prosecutor risk, average' },
  unique: (rows: number, share: number) => `${rows} (${percent(share)})`,
  l: (column: string) => `l-diversity of ${column}`,
  lValue: (distinct: number, entropy: number) => `${distinct} distinct, entropy ${entropy.toFixed(2)}`,
  t: (column: string) => `t-closeness of ${column}`,
};
