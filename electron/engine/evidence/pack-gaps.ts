import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { openCells } from '#shared/register/open-cells.ts';
import type { WholeSnapshot } from '#shared/register/register-snapshot.ts';
import { versionsThatHold } from '#shared/register/sheets/register-index.ts';
import { evidenceText } from '#shared/text/evidence.ts';
import type { PackedDataset } from './pack-section.ts';

const text = evidenceText.gaps;

export interface PackState {
  /** Whole: what a profile leaves out is no gap of the register. */
  register: WholeSnapshot;
  datasets: readonly PackedDataset[];
  profile: PackProfile;
  /** Of a past day: what datasets hold, and drafts, are known as of now only. */
  past: boolean;
  /** Whether the principles could be looked at. */
  principles: boolean;
  /** Why the log does not verify; null where it does. */
  damage: string | null;
  /** What stands in the catalogue otherwise than the log says. */
  contradictions: readonly string[];
  /** Names of datasets of which not everything can be read. */
  unreadableDatasets: readonly string[];
  /** Releases by the name of their file whose certificate is gone. */
  withoutCertificate: readonly string[];
  /** Time stamps that the log tells of and that are gone, by who stamped and the entry. */
  lostStamps: readonly { authority: string; seq: number }[];
  /** How others are not as the log says, in sentences. */
  wrongStamps: readonly string[];
}

/** The first few of what may be many sentences. */
const first = (sentences: readonly string[]): string[] =>
  sentences.length <= 10 ? [...sentences] : [...sentences.slice(0, 10), text.more(sentences.length - 10)];

/**
 * What a pack does not show, in sentences: a log that does not verify before all else, cells that nobody answered, what
 * is not approved or not decided, what was left out for whom it is made. Whoever gets it reads this first, so that they
 * find nothing missing by themselves. The public is told what is left out, and nothing of what is inside.
 */
export function packGaps(state: PackState): string[] {
  const { profile, damage } = state;
  return [
    ...(damage === null ? [] : [text.damaged(damage)]),
    ...first(state.contradictions.map(text.contradiction)),
    ...(profile === 'public' ? [] : ofRegister(state)),
    ...(profile === 'authority' ? [] : [text.leftOut[profile]]),
    text.notKept,
  ];
}

function ofRegister({
  register,
  datasets,
  past,
  principles,
  withoutCertificate,
  unreadableDatasets,
  lostStamps,
  wrongStamps,
}: PackState): string[] {
  const held = versionsThatHold(register.records);
  const drafts = held.filter(({ state }) => state !== 'approved').map(({ ref }) => ref);
  const undecided = datasets.flatMap(({ summary, columns }) => {
    const open = (columns ?? []).filter(({ decision }) => decision === null).length;
    return open === 0 ? [] : [text.undecided(summary.name, open)];
  });
  return [
    ...first(wrongStamps.map(text.contradiction)),
    ...(lostStamps.length === 0 ? [] : [text.lostStamps(lostStamps)]),
    ...(held.some(({ kind }) => kind === 'activity') ? [] : [text.noActivity]),
    ...openCells(register).map(({ ref, cells }) => text.openCells(ref, cells)),
    ...(drafts.length === 0 ? [] : [text.drafts(drafts)]),
    ...(register.unreadable.length === 0 ? [] : [text.unreadable(register.unreadable.map(({ ref }) => ref))]),
    ...(held.some(({ kind }) => kind === 'notice') ? [] : [text.noNotice]),
    ...(held.some(({ kind }) => kind === 'screening') ? [] : [text.noScreening]),
    ...(withoutCertificate.length === 0 ? [] : [text.withoutCertificate(withoutCertificate)]),
    ...(unreadableDatasets.length === 0 ? [] : [text.unreadableDatasets(unreadableDatasets)]),
    ...first(undecided),
    ...(past ? [text.past] : []),
    ...(principles || past ? [] : [text.noPrinciples]),
  ];
}
