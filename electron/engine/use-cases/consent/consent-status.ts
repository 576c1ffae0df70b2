import { Failure } from '#shared/contract/failure.ts';
import type { ConsentStatus } from '#shared/contract/consent.ts';
import { noConsentCounts, type ConsentCounts } from '#shared/domain/consent.ts';
import { dayAfter } from '#shared/consent/consent-event.ts';
import { consentText } from '#shared/text/engine/consent.ts';
import { pseudonymiser } from '#engine/consent/person-key.ts';
import { eventsByPerson, standingAmong } from '#engine/consent/standings.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { purposeIdMeant } from '../lawfulness/purpose-meant.ts';
import { consentReleases } from './consent-releases.ts';
import { linksOf } from './consent-links.ts';
import { peopleOf } from './people-of-dataset.ts';
import { purposeTitleOf } from './purpose-words.ts';

interface Counted {
  people: ConsentCounts;
  unknown: Record<string, number>;
  due: { month: string; people: number }[];
}

/**
 * Where people stand for a purpose, counted.
 * @param people those who count, each by their pseudonyms; null: everybody whom the ledger knows
 * @param upTo number of the last event that counts; absent: all
 */
export function countStandings(
  state: EngineSession,
  purpose: string,
  day: string,
  people: readonly (readonly string[])[] | null,
  upTo?: number,
): Counted {
  const { consent } = state.requireWorkspace().catalog;
  const events = eventsByPerson(consent, purpose, upTo);
  const on = { day, policy: state.policyOn(day) };
  const counted: Counted = { people: noConsentCounts(), unknown: {}, due: [] };
  const due = new Map<string, number>();
  for (const person of people ?? [...events.keys()].map((pseudonym) => [pseudonym])) {
    const { standing, why, until } = standingAmong(events, person, on);
    counted.people[standing] += 1;
    if (standing === 'unknown') counted.unknown[why ?? 'said'] = (counted.unknown[why ?? 'said'] ?? 0) + 1;
    if (standing === 'valid' && until !== null) due.set(until.slice(0, 7), (due.get(until.slice(0, 7)) ?? 0) + 1);
  }
  counted.due = [...due].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, people: count }));
  return counted;
}

/** When consent for a purpose was last checked, and when it is due again: at once where it never was. */
function checkOf(state: EngineSession, purpose: string, day: string): ConsentStatus['check'] {
  const checks = state.requireWorkspace().catalog.entriesOf('consent.checked');
  const last = checks.findLast(({ payload }) => payload.purposeId === purpose)?.payload.day ?? null;
  const every = state.policyOn(day).value('consent-check', '*');
  return { last, next: last === null ? day : dayAfter(last, every) };
}

export interface AskedStatus {
  purpose?: string | undefined;
  datasetId?: string | undefined;
  day?: string | undefined;
}

/**
 * Where people stand, by purpose: those of a dataset, also whoever the ledger has nothing of, or everybody in it.
 * @throws Failure WRONG_USAGE where the ledger does not know the people of the dataset, or the purpose
 */
export async function consentStatus(state: EngineSession, asked: AskedStatus): Promise<ConsentStatus[]> {
  const workspace = state.requireWorkspace();
  const { consent } = workspace.catalog;
  const day = asked.day ?? state.today();
  const wanted = asked.purpose === undefined ? null : purposeIdMeant(state, asked.purpose);
  const purposes = consent.purposes().map(({ purpose }) => purpose);
  if (wanted !== null && !purposes.includes(wanted))
    throw new Failure('WRONG_USAGE', consentText.noneFor(purposeTitleOf(state, wanted).title));
  const of = asked.datasetId === undefined ? null : await ofDataset(state, asked.datasetId);
  return purposes
    .filter((purpose) => wanted === null || purpose === wanted)
    .map((purpose) => ({
      purpose,
      ...purposeTitleOf(state, purpose),
      day,
      dataset: of?.dataset ?? null,
      ...countStandings(state, purpose, day, of?.people ?? null),
      check: checkOf(state, purpose, day),
      toTell: consentReleases(state, purpose),
      lastEvent: consent.lastEvent(),
    }));
}

/** The people of a dataset, as the ledger may know them by its columns. */
async function ofDataset(state: EngineSession, datasetId: string) {
  const workspace = state.requireWorkspace();
  const { name } = state.datasetRecord(datasetId).summary;
  const pseudonymOf = pseudonymiser(workspace.keys.ledgerKey());
  return withDataset(state, datasetId, async (table) => {
    const findings = await table.findings();
    const links = linksOf(workspace.catalog.consent.batches(), { datasetId, columns: table.columns, findings });
    if (links.length === 0) throw new Failure('WRONG_USAGE', consentText.notLinked(name));
    const people = await peopleOf(table, links, pseudonymOf);
    return { dataset: { id: datasetId, name, keyColumn: links[0]!.column }, people };
  });
}
