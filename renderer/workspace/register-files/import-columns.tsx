import { Select } from '@mantine/core';
import type { ImportedRegisterReport } from '#shared/contract/register-files.ts';
import { importFieldIds, type GivenColumn, type ImportField } from '#shared/domain/import-field.ts';
import { droppedWords, importFieldWords } from '#shared/text/register-import-fields.ts';
import { registerFilesWindowText } from '#shared/text/window/register-files.ts';
import styles from './register-files.module.css';

const text = registerFilesWindowText.import;
type Column = ImportedRegisterReport['columns'][number];

/** Fields that a column may go into; nothing only where it goes nowhere yet, or a person said where. */
const choices = (isGiven: boolean, isDropped: boolean): { value: ImportField | ''; label: string }[] => [
  ...(isGiven ? [{ value: '' as const, label: text.asFound }] : []),
  ...(isDropped ? [{ value: '' as const, label: text.noField }] : []),
  ...importFieldIds.map((value) => ({ value, label: importFieldWords[value] })),
];

function GoesInto({
  column: { heading, field, why },
  isGiven,
  busy,
  onChoose,
}: {
  column: Column;
  isGiven: boolean;
  busy: boolean;
  onChoose: ((field: ImportField | null) => void) | null;
}) {
  if (field === null && why === null) return <>{text.part}</>;
  if (onChoose === null) return <>{field === null ? text.noField : importFieldWords[field]}</>;
  return (
    <Select
      size="xs"
      aria-label={text.fieldOf(heading)}
      data={choices(isGiven, why !== null)}
      value={field ?? ''}
      allowDeselect={false}
      searchable
      disabled={busy}
      onChange={(value) => onChoose(value === '' || value === null ? null : value)}
    />
  );
}

/** Every heading of the file, and the field it goes into; a person may say another one before the file is taken in. */
export function ImportColumns({
  columns,
  given,
  busy,
  onGiven,
}: {
  columns: readonly Column[];
  given: readonly GivenColumn[];
  busy: boolean;
  /** Null: the file was taken in, and nothing is chosen any more. */
  onGiven: ((given: GivenColumn[]) => void) | null;
}) {
  const others = (heading: string): GivenColumn[] => given.filter((one) => one.heading !== heading);
  return (
    <div className={styles.columns} tabIndex={0} role="group" aria-label={text.columnList}>
      <table aria-label={text.columnList}>
        <thead>
          <tr>
            <th scope="col">{text.heading}</th>
            <th scope="col">{text.filled}</th>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={JSON.stringify([column.heading, column.field, column.why])}>
              <th scope="row">{column.heading}</th>
              <td>{column.texts}</td>
              <td>
                <GoesInto
                  column={column}
                  isGiven={given.some(({ heading }) => heading === column.heading)}
                  busy={busy}
                  onChoose={
                    onGiven === null
                      ? null
                      : (field) =>
                          onGiven(
                            field === null
                              ? others(column.heading)
                              : [...others(column.heading), { heading: column.heading, field }],
                          )
                  }
                />
              </td>
              <td className={styles.soft}>{column.why === null ? '' : droppedWords[column.why]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
