import type { CopyOfData } from './copy-of-data.ts';

export const accessFormat = 'custos-subject-access';

/** The copy for machines (GDPR Art. 20): JSON, a record as an object of its columns; a column without a value is null. */
export const accessDocument = (
  { tables, mentions, consent, releases, notSearched }: CopyOfData,
  { organisation, madeAt }: { organisation: string; madeAt: string },
): string =>
  `${JSON.stringify(
    {
      format: accessFormat,
      formatVersion: 1,
      organisation,
      madeAt,
      datasets: tables.map(({ columns, rows, ...about }) => ({
        ...about,
        columns,
        records: rows.map((cells) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at] ?? null]))),
      })),
      mentions,
      consent,
      releases,
      notSearched,
    },
    null,
    2,
  )}\n`;
