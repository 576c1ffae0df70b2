import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { z } from 'zod';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { sealedCase, type StoredCase } from '#engine/catalog/repositories/cases.ts';
import { deriveKey } from '#engine/keys/derive-key.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';

const saltBytes = 16;
const tagBytes = 16;
const bodyVersion = 1;

/** Records of one kind. A record's words lie sealed; its entries in the log have counts, states, days and its hash. */
export interface Cases<T> {
  /**
   * Seals the record in place of what was there; inside `workspace.transaction`, with the entry that holds it:
   * `catalog.held.hashOf('case_record', kind, id)`.
   */
  save(id: string, record: T): void;
  /** @throws Failure FILE_DAMAGED, WORKSPACE_FROM_FUTURE where another program wrote what cannot be read here */
  get(id: string): T | null;
  /** Those that can be read, and the ids of those that cannot: they stay as they are. */
  list(): { records: { id: string; record: T }[]; unreadable: string[] };
  /** Erases it; inside `workspace.transaction`, with the entry that tells of it. */
  delete(id: string): void;
}

interface CaseSeal {
  master: Uint8Array;
  workspaceId: string;
  random: (bytes: number) => Uint8Array;
}

/** Every sealing has a key of its own, from a salt of its own: the nonce is never used twice under one key. */
const keyOf = ({ master, workspaceId }: CaseSeal, kind: string, id: string, salt: Uint8Array): Buffer =>
  deriveKey(master, workspaceId, `case/${Buffer.from(salt).toString('hex')}/${kind}/${id}`);

const nonce = Buffer.alloc(12);

function sealCase(seal: CaseSeal, kind: string, id: string, record: unknown): StoredCase {
  const salt = Buffer.from(seal.random(saltBytes));
  const cipher = createCipheriv('aes-256-gcm', keyOf(seal, kind, id, salt), nonce);
  const text = Buffer.from(JSON.stringify(record), 'utf8');
  const sealed = Buffer.concat([salt, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return { kind, id, body: JSON.stringify({ sealed }), body_version: bodyVersion };
}

/** @returns the record's JSON, or null where a byte of it is not what was sealed */
function openCase(seal: CaseSeal, { kind, id, body }: StoredCase): unknown {
  try {
    const bytes = Buffer.from(sealedCase.parse(JSON.parse(body)).sealed, 'base64');
    const salt = bytes.subarray(0, saltBytes);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(seal, kind, id, salt), nonce);
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const plain = decipher.update(bytes.subarray(saltBytes, bytes.length - tagBytes));
    return JSON.parse(Buffer.concat([plain, decipher.final()]).toString('utf8'));
  } catch {
    return null;
  }
}

/** The sealed records of one kind. @param catalog read anew each time: a workspace that is saved has another */
export function sealedCases<T>(catalog: () => Catalog, seal: CaseSeal, kind: string, schema: z.ZodType<T>): Cases<T> {
  const read = (row: StoredCase): T => {
    if (row.body_version > bodyVersion)
      throw new Failure('WORKSPACE_FROM_FUTURE', workspaceText.caseFromFuture(kind, row.id));
    const parsed = schema.safeParse(openCase(seal, row));
    if (!parsed.success) throw new Failure('FILE_DAMAGED', workspaceText.caseDamaged(kind, row.id));
    return parsed.data;
  };
  return {
    save: (id, record) => catalog().cases.put(sealCase(seal, kind, id, schema.parse(record))),
    get: (id) => {
      const row = catalog().cases.get(kind, id);
      return row === undefined ? null : read(row);
    },
    list: () => {
      const found: ReturnType<Cases<T>['list']> = { records: [], unreadable: [] };
      for (const row of catalog().cases.list(kind))
        try {
          found.records.push({ id: row.id, record: read(row) });
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          found.unreadable.push(row.id);
        }
      return found;
    },
    delete: (id) => catalog().cases.delete(kind, id),
  };
}
