import type { RejectedRow, SourceColumn } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { personalNames } from '#engine/written-values/personal-names.ts';

/** What a column goes by whose own name may not be said. @param at its place from 0 */
export const placeName = (at: number): string => `column ${at + 1}`;

interface Named {
  columns: SourceColumn[];
  warnings: string[];
  rejects?: { total: number; listed: RejectedRow[] };
}

/**
 * Columns whose names are values of a person get their place for a name, and no header: what names a column is written
 * into registers, certificates, recipes and messages, and at the head of every release. The readers have done their
 * work by then, so that no cell changes.
 */
export function withStandIns<Read extends Named>(read: Read): Read {
  const taken = new Set(read.columns.map(({ name }) => name));
  const standIns = new Map<string, string>();
  const personal = personalNames(read.columns.flatMap(({ header }) => header ?? []));
  for (const [at, { name, header }] of read.columns.entries()) {
    if (header === null || !personal.has(header)) continue;
    let standIn = placeName(at);
    for (let again = 2; taken.has(standIn); again += 1) standIn = `${placeName(at)}_${again}`;
    taken.add(standIn);
    standIns.set(name, standIn);
  }
  if (standIns.size === 0) return read;
  const hidden = [...standIns].flatMap(([name, standIn]): [string, string][] => [
    [read.columns.find((column) => column.name === name)?.header ?? name, standIn],
    [name, standIn],
  ]);
  const hide = (text: string): string => hidden.reduce((said, [name, standIn]) => said.replaceAll(name, standIn), text);
  return {
    ...read,
    columns: read.columns.map((column) =>
      standIns.has(column.name) ? { ...column, name: standIns.get(column.name)!, header: null } : column,
    ),
    warnings: [...read.warnings.map(hide), intakeText.personalNames([...standIns.values()])],
    ...(read.rejects === undefined
      ? {}
      : {
          rejects: {
            ...read.rejects,
            listed: read.rejects.listed.map((row) => ({
              ...row,
              column: row.column === null ? null : hide(row.column),
              detail: hide(row.detail),
            })),
          },
        }),
  };
}

/** Columns of a source that go by their place, because their own name was a value of a person. */
export const standInNames = (columns: readonly SourceColumn[]): string[] =>
  columns.filter(({ name, header }) => header === null && /^column \d+(?:_\d+)?$/.test(name)).map(({ name }) => name);
