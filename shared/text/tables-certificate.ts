import type { TableLabels } from '#shared/domain/anonymised-tables.ts';
import { count, listed } from './numbers.ts';

/** The certificate of several related tables as a page to print. */
export const tablesCertificateText = {
  title: (files: readonly string[]) => `Certificate of ${listed(files)}, released together`,
  files: 'The written files',
  fileHeads: ['File', 'Joined by', 'Rows read', 'Rows written', 'Loss (NCP)', 'SHA-256'],
  joined: 'Measured in the written files, joined',
  kJoined: 'k over all tables joined',
  counted: 'The target counts',
  counts: { people: 'people', households: 'households' } satisfies Record<'people' | 'households', string>,
  people: 'People in the files',
  classes: 'Different things that are read',
  target: (k: number) => `k ${count(k)}`,
  cells: 'Cells read',
  cellsOf: {
    levels: 'a label of a hierarchy above the values of the group',
    sets: 'a list of the values of the group',
  } satisfies Record<TableLabels, string>,
  loss: 'Loss over all tables (NCP)',
  against: 'What stands against the word “anonymised”',
  older: 'Guardrails, earlier releases and the three questions of WP216: this version of the certificate did not ask.',
  notes: 'What a reader should know',
  earlier: 'Beside earlier releases',
  checksOf: (file: string) => `Checks of ${file}`,
  sourceHeads: ['Source', 'Rows', 'Columns written', 'SHA-256'],
  foot:
    'This page was written from the certificate that lies beside the files, and in the workspace where there is one. That ' +
    'certificate, not this page, carries the signature.',
};
