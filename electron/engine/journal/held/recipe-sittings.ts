import type { Database } from '#engine/catalog/open-catalog.ts';
import { recipeSittingsRepository, type StoredSitting } from '#engine/catalog/repositories/recipe-sittings.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { sitting as schema, sittingText, type Sitting } from '#shared/journal/recipe-sitting.ts';
import { payloadFacts } from '../payload-facts.ts';

/** Whose signature counts. */
export interface SittingKey {
  workspaceId: string;
  publicKey: string;
}

/** A stored sitting that this workspace signed for this dataset; null for any other. */
export function signedSitting(
  { dataset_id: datasetId, body, signature }: StoredSitting,
  { workspaceId, publicKey }: SittingKey,
): Sitting | null {
  const { success, data } = schema.safeParse(payloadFacts(body));
  return success &&
    data.datasetId === datasetId &&
    registerCrypto.verifySignature(publicKey, sittingText(workspaceId, data), signature)
    ? data
    : null;
}

/** The sittings of a workspace by dataset; null where a row is not one that the workspace signed. */
export const sittingsOf = (db: Database, key: SittingKey): Map<string, Sitting | null> =>
  new Map(
    recipeSittingsRepository(db)
      .list()
      .map((row) => [String(row.dataset_id), signedSitting(row, key)]),
  );
