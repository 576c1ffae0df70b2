import type { Database } from '#engine/catalog/open-catalog.ts';
import { consentRepository, noEventsSha256 } from '#engine/catalog/repositories/consent.ts';
import { heldText, type HeldThing } from '#shared/text/engine/held.ts';
import type { Expected } from './expected-records.ts';
import type { Contradiction } from './hold-catalogue.ts';

/** What a reading into the consent ledger is called: by its file, else by the column that names its people. */
export function consentBatchNamed(id: string, facts: Record<string, unknown>): HeldThing {
  const [name = id] = [facts.fileName, facts.keyColumn].filter((found) => typeof found === 'string');
  return { what: 'consent-batch', name };
}

/**
 * The events of the consent ledger held against the log: those of each reading are the ones that its entry has the hash
 * of, and there are no others.
 */
export function holdConsent(db: Database, { consentBatches }: Pick<Expected, 'consentBatches'>): Contradiction[] {
  const found = consentRepository(db).hashes();
  const about = (id: string): Contradiction['about'] => ({
    table: 'consent_batch',
    key: [id],
    sourceSha256: null,
    importedBy: 0,
  });
  const changed = [...consentBatches].flatMap(([id, { seq, facts }]): Contradiction[] => {
    const sha256 = found.get(id)?.sha256 ?? noEventsSha256;
    if (sha256 === facts.eventsSha256) return [];
    return [
      {
        seq,
        kind: 'record-changed',
        detail: heldText.consentEvents(consentBatchNamed(id, facts), seq),
        about: about(id),
      },
    ];
  });
  const added = [...found.keys()]
    .filter((id) => !consentBatches.has(id))
    .map((id): Contradiction => ({
      seq: null,
      kind: 'record-added',
      detail: heldText.added(consentBatchNamed(id, {}), 0),
      about: about(id),
    }));
  return [...changed, ...added];
}
