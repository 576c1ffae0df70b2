import type { ColumnProfile } from '#shared/domain/profile.ts';
import { tableNotesText } from '#shared/text/engine/table-notes.ts';

/** What a reader should know of a table by the measures of its columns. */
export function profileNotes(profiles: readonly ColumnProfile[]): string[] {
  const lost = profiles
    .filter(({ shortened }) => shortened > 0)
    .map(({ name, shortened }) => ({ name, rows: shortened }));
  const strays = profiles.filter((profile) => profile.strays > 0).map(({ name, strays: rows }) => ({ name, rows }));
  return [
    ...(lost.length > 0 ? [tableNotesText.digitsLost(lost)] : []),
    ...(strays.length > 0 ? [tableNotesText.noDates(strays)] : []),
  ];
}
