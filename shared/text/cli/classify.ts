import { numbered, percent } from '../numbers.ts';

/** `custos classify`. */
export const classifyCommandText = {
  description: 'say of every column whether it is linked PII, linkable or non-PII, and why',
  inventory: 'write what the file tracks about people, what it reveals and how finely, as CSV or JSON',
  force: 'replace the inventory’s file where it exists',
  json: 'one JSON document on stdout: an object, or an array for several files',
  examples: [
    'custos classify customers.csv',
    'custos classify *.csv --json > findings.json',
    'custos classify visits.log --inventory tracked.csv',
  ],
  oneFile: 'An inventory is that of one file: give one file, or leave out --inventory.',
  inventoryWritten: (target: string, things: number) => `${target}: ${things} things tracked.`,
  head: (file: string, rows: number, policy: string) => `${file}: ${numbered(rows, 'row')}, policy ${policy}`,
  source: (system: string, reason: string) => `${system}. ${reason}`,
  columns: ['column', 'class', 'type', 'confidence', 'flags', 'why'],
  online: 'non_pii (online identifier)',
  undecided: 'undecided',
  inDoubt: (confidence: string) => `${confidence}, needs review`,
  alone: (columns: string[], share: number) =>
    columns.length === 1
      ? `${columns[0]}: ${percent(share)} of rows are alone by it.`
      : `${columns.join(' + ')}: ${percent(share)} of rows are alone in their combination.`,
};
