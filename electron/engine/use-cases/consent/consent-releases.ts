import type { ConsentRelease } from '#shared/contract/consent.ts';
import { standingOn, validityDays } from '#shared/consent/standing.ts';
import { saysNo, saysYes, type ConsentEvent } from '#shared/consent/consent-event.ts';
import { batchesById, eventOf } from '#engine/consent/standings.ts';
import { listed } from '#shared/text/numbers.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { byRelease, mayHoldPeople, releasedFiles, type ReleasedFile } from '../releases/released-files.ts';

const ended: ReadonlySet<string> = new Set(['withdrawn', 'refused']);

/** Somebody whose consent has ended by word, not by time. */
interface Withdrawal {
  /** When the ledger came to know of it, and the day of it. */
  knownAt: string;
  day: string;
  /** When the ledger first had a yes of them; null: never. */
  yesSince: string | null;
  /** Datasets that events of theirs were read for. */
  datasets: ReadonlySet<string>;
}

/** What an entry says of a written release, as far as it tells who may be in it. */
interface Written {
  ts: string;
  datasetId: string | null;
  /** Whether rows without a valid consent were left out of it. */
  checked: boolean;
}

/**
 * Whether somebody may be in a release and took consent back since. Who had said no before was left out of one that was
 * checked.
 */
const isConcerned = ({ ts, datasetId, checked }: Written, { knownAt, day, yesSince, datasets }: Withdrawal): boolean =>
  knownAt > ts &&
  ((yesSince !== null && yesSince < ts) ||
    ((datasetId === null || datasets.has(datasetId)) && (!checked || day >= ts.slice(0, 10))));

/**
 * The releases that were written for a purpose before somebody took consent back, newest first: what they hold cannot be
 * taken out of them any more, and whoever has them is to be told (GDPR Art. 19).
 */
export function consentReleases(state: EngineSession, purpose: string): ConsentRelease[] {
  const written = byRelease(releasedFiles(state.requireWorkspace())).filter(
    ([file]) => file!.purpose === purpose && mayHoldPeople(file!),
  );
  if (written.length === 0) return [];
  const withdrawals = withdrawalsOf(state, purpose);
  return written
    .toReversed()
    .map((files) => {
      const [{ releaseId, recipient, writtenAt, entry }] = files as [ReleasedFile];
      const checked = entry.kind === 'release.written' && entry.payload.consent !== undefined;
      const about = files.map(({ datasetId }) => ({ ts: writtenAt, datasetId, checked }));
      return {
        releaseId,
        fileName: listed(files.map(({ fileName }) => fileName)),
        purpose,
        recipient,
        writtenAt,
        entry: entry.seq,
        withdrawn: withdrawals.filter((one) => about.some((file) => isConcerned(file, one))).length,
      };
    })
    .filter((release) => release.withdrawn > 0);
}

function withdrawalsOf(state: EngineSession, purpose: string): Withdrawal[] {
  const { consent } = state.requireWorkspace().catalog;
  const batches = batchesById(consent);
  const days = validityDays(state.policyOn(state.today()));
  const found: Withdrawal[] = [];
  const settle = (events: readonly (ConsentEvent & { datasetId: string })[]): void => {
    if (events.length === 0 || !ended.has(standingOn(events, state.today(), days).standing)) return;
    const said = events.filter((event) => saysNo(event.state) && event.state !== 'expired');
    const yes = events.filter((event) => saysYes(event.state)).map(({ recordedAt }) => recordedAt);
    const knownAt = said.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a > b ? a : b), '');
    const day = said.map(({ at, recordedAt }) => (at ?? recordedAt).slice(0, 10)).reduce((a, b) => (a > b ? a : b), '');
    const yesSince = yes.length === 0 ? null : yes.reduce((a, b) => (a < b ? a : b));
    found.push({ knownAt, day, yesSince, datasets: new Set(events.map(({ datasetId }) => datasetId)) });
  };
  let person: string | null = null;
  let events: (ConsentEvent & { datasetId: string })[] = [];
  for (const stored of consent.ofPurpose(purpose, Number.MAX_SAFE_INTEGER)) {
    if (stored.person !== person) {
      settle(events);
      [person, events] = [stored.person, []];
    }
    events.push({ ...eventOf(stored, batches), datasetId: batches.get(stored.batch)?.datasetId ?? '' });
  }
  settle(events);
  return found;
}
