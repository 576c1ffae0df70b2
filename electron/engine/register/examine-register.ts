import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { placeName, readFolderHead, readProfileHead } from '#engine/workspace/signed-heads.ts';
import { examineLog, type Examination, type KeptHead, type Problem, type RawRow } from '#shared/register/verify-log.ts';
import { registerText } from '#shared/text/engine/register.ts';
import { checkSchema } from './check-schema.ts';

export interface RegisterIdentity {
  workspaceId: string;
  /** The public key in `keys.json`. */
  publicKey: string;
}

export interface RegisterExamination extends Examination {
  /** Where each of `heads` was kept: beside the register; in the profile for this folder, its newest and older ones that were contradicted; in the profile for a copy. */
  kept: readonly { role: 'folder' | 'own' | 'seen' | 'copy'; note: string | null }[];
  profileUnusable: boolean;
}

/**
 * Checks the register of a workspace against its own hashes and signatures, `head.json` in its folder and the head that this
 * user's profile remembers. The key that the profile remembers outranks the one in the folder.
 */
export function examineRegister(db: Database, directory: string, profileDirectory: string, identity: RegisterIdentity): RegisterExamination {
  const log = logRepository(db);
  const { workspaceId } = identity;
  const folder = readFolderHead(directory);
  const remembered = readProfileHead(profileDirectory, workspaceId);
  const profile = typeof remembered === 'string' ? null : remembered;
  const publicKey = profile?.publicKey ?? identity.publicKey;
  const problems = checkSchema(log);
  const foreignKey = (where: Parameters<typeof registerText.notKeyOfWorkspace>[0]): Problem => ({ seq: null, kind: 'key-changed', detail: profile === null ? registerText.notKeyOfWorkspace(where) : registerText.notKeyRemembered(where) });
  if (identity.publicKey !== publicKey) problems.push(foreignKey('keyFile'));
  const outsideProblems: Problem[] = [];
  let note = folder === 'missing' ? null : folder === 'unusable' ? '' : folder.note;
  if (typeof folder !== 'string' && (folder.publicKey !== publicKey || folder.workspaceId !== workspaceId)) {
    outsideProblems.push(folder.publicKey === publicKey ? { seq: null, kind: 'head-invalid', detail: registerText.headOfAnother } : foreignKey('head'));
    note = '';
  }
  if (remembered === 'unusable') outsideProblems.push({ seq: null, kind: 'head-invalid', detail: registerText.rememberedHeadUnreadable });
  const own = profile?.places.find((place) => place.directory === placeName(directory));
  const kept: RegisterExamination['kept'] = [
    { role: 'folder', note },
    ...(own === undefined ? [] : [{ role: 'own' as const, note: own.note }, ...own.seen.map((seen) => ({ role: 'seen' as const, note: seen }))]),
    ...(profile?.places ?? []).filter((place) => place !== own).map((place) => ({ role: 'copy' as const, note: place.note })),
  ];
  const heads: KeptHead[] = kept.map((head) => ({ where: head.role === 'folder' ? 'folder' : 'machine', note: head.note, ofCopy: head.role === 'copy' && own !== undefined }));
  const founding = log.get(1);
  if (founding !== undefined && foundingKey(founding.payload) !== publicKey) problems.push({ ...foreignKey('firstEntry'), seq: 1 });
  return { ...examineLog(byteTrue(log.rows(), log.bytesOf), { workspaceId, publicKey, newest: log.checkpoint(), heads, problems, outsideProblems }, registerCrypto), kept, profileUnusable: remembered === 'unusable' };
}

function foundingKey(payload: unknown): unknown {
  try {
    const value: unknown = JSON.parse(String(payload));
    return value !== null && typeof value === 'object' && 'publicKey' in value ? value.publicKey : null;
  } catch {
    return null;
  }
}

/** Bytes that are no UTF-8 are read as U+FFFD: where that character turns up, the stored bytes decide. */
function* byteTrue(rows: Iterable<RawRow>, bytesOf: (seq: number | bigint) => Partial<Record<string, Uint8Array>>): Iterable<RawRow> {
  for (const row of rows) {
    const doubtful = Object.entries(row).filter(([, value]) => typeof value === 'string' && value.includes('\ufffd'));
    if (doubtful.length === 0) {
      yield row;
      continue;
    }
    const bytes = bytesOf(row.seq as number | bigint);
    yield { ...row, ...Object.fromEntries(doubtful.filter(([column, value]) => !Buffer.from(value as string, 'utf8').equals(bytes[column] ?? Buffer.alloc(0))).map(([column]) => [column, null])) };
  }
}
