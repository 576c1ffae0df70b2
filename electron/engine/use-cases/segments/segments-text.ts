import { csvText } from '#shared/domain/csv-text.ts';
import { segmentsText as text } from '#shared/text/segments.ts';
import type { MadeSegments } from './segment-table.ts';

const shareOf = (share: number | null): string => (share === null ? '' : share.toFixed(4));

/** The counts as they leave: no spend, no cell, and beside each by which k and which noise it is told. */
function asCsv({ groups, k, noise }: MadeSegments): string {
  const rows = groups.map(({ name, people, share }) => [
    name,
    people === null ? text.hiddenCell(k) : String(people),
    shareOf(share),
    String(k),
    noise === null ? '' : String(noise.epsilon),
  ]);
  return csvText([['segment', 'people', 'share', 'k', 'epsilon'], ...rows]);
}

function asJson(made: MadeSegments): string {
  const { by, referenceDate, people, k, small, groups, hidden, noise } = made;
  const counts = groups.map((group) => ({
    segments: group.segments,
    name: group.name,
    people: group.people,
    share: group.share === null ? null : Number(shareOf(group.share)),
  }));
  const written = {
    format: 'custos-segments',
    formatVersion: 1,
    by,
    referenceDate,
    people,
    k,
    small,
    hiddenGroups: hidden?.groups ?? 0,
    epsilon: noise?.epsilon ?? null,
    mechanism: noise === null ? null : text.mechanism,
    segments: counts,
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** What is written of a segmentation: JSON where the file's name ends so, else CSV. */
export const segmentsFile = (made: MadeSegments, path: string): string =>
  path.toLowerCase().endsWith('.json') ? asJson(made) : asCsv(made);
