import { openCells } from '#shared/register/open-cells.ts';
import { versionsThatHold } from '#shared/register/sheets/register-index.ts';
import { evidenceText } from '#shared/text/evidence.ts';
import type { PackContents } from './pack-section.ts';

const text = evidenceText.gaps;

/**
 * What a pack does not show, in sentences: cells that nobody answered, what is not approved or not decided, what was
 * left out for whom it is made. An authority reads it first, so that it finds nothing missing by itself.
 */
export function packGaps({ register, datasets, profile, past }: PackContents): string[] {
  const held = versionsThatHold(register.records);
  const activities = held.filter(({ kind }) => kind === 'activity');
  const drafts = held.filter(({ state }) => state !== 'approved').map(({ ref }) => ref);
  const undecided = datasets.flatMap(({ summary, columns }) => {
    const open = columns.filter(({ decision }) => decision === null).length;
    return open === 0 ? [] : [text.undecided(summary.name, open)];
  });
  return [
    ...(activities.length === 0 ? [text.noActivity] : []),
    ...openCells(register).map(({ ref, cells }) => text.openCells(ref, cells)),
    ...(drafts.length === 0 ? [] : [text.drafts(drafts)]),
    ...(register.unreadable.length === 0 ? [] : [text.unreadable(register.unreadable.map(({ ref }) => ref))]),
    ...(held.some(({ kind }) => kind === 'notice') ? [] : [text.noNotice]),
    ...(held.some(({ kind }) => kind === 'screening') ? [] : [text.noScreening]),
    ...(profile === 'public' ? [] : undecided),
    ...(past ? [text.past] : []),
    ...(profile === 'authority' ? [] : [text.leftOut[profile]]),
    text.notKept,
  ];
}
