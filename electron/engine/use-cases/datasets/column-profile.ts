import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** A column's profile as the window may see it. @throws Failure COLUMN_UNKNOWN */
export async function columnProfile(
  state: EngineSession,
  { datasetId, column }: { datasetId: string; column: string },
): Promise<ColumnProfile> {
  const session = await state.dataset(datasetId);
  session.column(column);
  const measured = session.profiles.find(({ name }) => name === column)!;
  // A workspace older than the reading of dates has them as texts: then the first and the last day are told, not the
  // first in the alphabet.
  const dates = measured.valueType === 'text' ? await session.windows.dates(column) : null;
  const profile =
    dates === null || !dates.every
      ? measured
      : { ...measured, valueType: 'date' as const, min: dates.first, max: dates.last };
  if (!session.hiddenColumns().has(column)) return profile;
  // Nobody's smallest or largest value, nor the length of their longest: what may be seen of them is the shape.
  return { ...profile, histogram: null, min: null, max: null, minLength: 0, maxLength: 0, meanLength: 0, top: [] };
}
