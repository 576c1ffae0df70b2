import type { ImportedRegisterReport } from '#shared/contract/register-files.ts';
import { importReportText } from '#shared/text/register-files.ts';
import { registerFilesWindowText } from '#shared/text/window/register-files.ts';

const text = registerFilesWindowText.import;

/** One line of the list: where it stands in the file, what it says, and what becomes of it. */
export interface ImportLine {
  where: string;
  says: string;
  becomes: string;
  /** Whether it names something that has no place. */
  lost: boolean;
}

/** Every row of the file, or every record of one that has no rows. */
export function rowLines(report: ImportedRegisterReport): ImportLine[] {
  if (report.rows.length === 0 || report.rows.every(({ sheet }) => sheet === '@graph'))
    return importReportText
      .records(report)
      .map(([kind = '', , title = '', becomes = '']) => ({ where: kind, says: title, becomes, lost: false }));
  return report.rows.map(({ sheet, row, activity, became, notMapped }) => ({
    where: text.where(sheet, String(row)),
    says: activity === '' ? (notMapped[0]?.text ?? '') : activity,
    becomes:
      became !== null
        ? text.becomes(importReportText.became(became.did, became.ref, became.alike), notMapped.length)
        : notMapped.length === 0
          ? ''
          : text.texts(notMapped.length),
    lost: notMapped.length > 0,
  }));
}

/** Every text that has no place, and why. */
export const lostLines = ({ rows, notValid }: ImportedRegisterReport): ImportLine[] => [
  ...rows.flatMap(({ sheet, row, notMapped }) =>
    notMapped.map(({ column, text: said, why }) => ({
      where: text.where(sheet, String(row)),
      says: column === '' ? said : `${column}: ${said}`,
      becomes: importReportText.why(why),
      lost: true,
    })),
  ),
  ...notValid.map(({ title, kind, field, text: said }) => ({
    where: title,
    says: `${importReportText.field(kind, field)}: ${said}`,
    becomes: importReportText.notValid,
    lost: true,
  })),
];
