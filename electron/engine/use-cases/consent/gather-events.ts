import type { ConsentKeyKind } from '#shared/domain/consent.ts';
import type { NewConsentEvent } from '#engine/catalog/repositories/consent.ts';
import { checkedEvent } from '#shared/consent/consent-event.ts';
import { normalisedKey, type Pseudonymise } from '#engine/consent/person-key.ts';
import type { Unread } from '#engine/consent/read-event.ts';
import type { ReadSource } from './read-source.ts';

/** What makes events of what a source says. */
export interface Gathering {
  pseudonymOf: Pseudonymise;
  kind: ConsentKeyKind;
  /** The purpose of all of it; null: each names its own. */
  purpose: string | null;
  purposeOf: (word: string) => string | null;
  /** A day that a person said for receipts or records without one. */
  asOf: string | null;
  recordedAt: string;
  /** Pseudonyms of the people of the dataset. */
  people: ReadonlySet<string>;
}

export interface Gathered {
  rows: number;
  events: NewConsentEvent[];
  people: Set<string>;
  strangers: Set<string>;
  doubtful: number;
  unread: { total: number; listed: Unread[] };
}

/** Of what cannot be read the first so many are told one by one. */
const mostListed = 20;

/** Makes events of all that a source says, with the pseudonyms of its people, and counts what could not be read. */
export async function gatherEvents({ form, places }: ReadSource, gathering: Gathering): Promise<Gathered> {
  const { pseudonymOf, kind, people, recordedAt } = gathering;
  const found: Gathered = {
    rows: 0,
    events: [],
    people: new Set(),
    strangers: new Set(),
    doubtful: 0,
    unread: { total: 0, listed: [] },
  };
  const pass = (unread: Unread): void => {
    found.unread.total += 1;
    if (found.unread.listed.length < mostListed) found.unread.listed.push(unread);
  };
  for await (const { row, events, unread } of places) {
    found.rows += 1;
    if (unread !== null) pass({ row, why: unread });
    // One place of a row that cannot be read is told once.
    let passed = unread !== null;
    for (const event of events) {
      const key = normalisedKey(kind, event.key);
      const purpose = gathering.purpose ?? (event.purpose === null ? null : gathering.purposeOf(event.purpose));
      if (key === null || purpose === null) {
        const why = key === null ? 'no-person' : event.purpose === null ? 'no-purpose' : 'unknown-purpose';
        if (!passed) pass({ row, why });
        passed = true;
        continue;
      }
      const person = pseudonymOf(kind, key);
      found.people.add(person);
      if (!people.has(person)) found.strangers.add(person);
      const at = event.at ?? (event.doubt === null ? gathering.asOf : null);
      const checked = checkedEvent({ ...event, at, form, recordedAt });
      if (checked.doubt !== null) found.doubtful += 1;
      const { state, until, doubt } = checked;
      found.events.push({ person, purpose, state, at: checked.at, until, doubt });
    }
  }
  return found;
}
