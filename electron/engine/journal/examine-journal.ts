import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { placeKnown } from '#engine/workspace-folder/known-places.ts';
import { readFolderHead, readProfileHead } from '#engine/workspace-folder/signed-heads.ts';
import { headStatementKinds, statedSizes } from '#shared/journal/head-statements.ts';
import { logColumns } from '#shared/journal/log-entry.ts';
import type { Reckoning } from '#shared/journal/operators.ts';
import { examineLog, type Examination, type KeptHead, type Problem, type RawRow } from '#shared/journal/verify-log.ts';
import { journalText } from '#shared/text/engine/journal.ts';
import { checkSchema } from './check-schema.ts';

export interface RegisterIdentity {
  workspaceId: string;
  /** The public key in `keys.json`. */
  publicKey: string;
}

export interface RegisterExamination extends Examination {
  /** Where each of `heads` was kept: beside the register, or in this user's profile. */
  kept: readonly KeptHead[];
  profileUnusable: boolean;
}

/** How closely a register is looked at: `examineRegister`. */
export interface Look {
  signatures?: 'all' | 'newest';
  given?: readonly string[];
  reckonLater?: (reckoning: Reckoning) => void;
}

/** What is known of a register outside its file. */
export interface OutsideRegister {
  identity: RegisterIdentity;
  folder: ReturnType<typeof readFolderHead>;
  remembered: ReturnType<typeof readProfileHead>;
  place: ReturnType<typeof placeKnown>;
}

/** @param profileDirectory in which this machine's memory of registers and their folders is kept */
export const outsideRegister = (
  directory: string,
  profileDirectory: string,
  identity: RegisterIdentity,
): OutsideRegister => ({
  identity,
  folder: readFolderHead(directory),
  remembered: readProfileHead(profileDirectory, identity.workspaceId, directory),
  place: placeKnown(profileDirectory, directory),
});

/**
 * Checks the register of a workspace against its own hashes and signatures, `head.json` in its folder and the heads
 * that this user's profile remembers of it, whatever its folder is called. The key that the profile remembers outranks
 * the one in the folder. Nothing but the bytes of the database and what is given here decides.
 *
 * @param look `signatures`: `all` reckons every operator's signature, where there are many for seconds; `newest` the
 *   newest of each operator, and whether the others are there. `given`: signed heads that were kept elsewhere, each of
 *   which the register must go on from. `reckonLater`: takes the signatures instead of reckoning them here
 */
export function examineRegister(
  db: Database,
  { identity, folder, remembered, place }: OutsideRegister,
  { signatures = 'newest', given = [], reckonLater }: Look = {},
): RegisterExamination {
  const log = logRepository(db);
  const { workspaceId } = identity;
  const profile = typeof remembered === 'string' ? null : remembered;
  const publicKey = profile?.publicKey ?? identity.publicKey;
  const problems = checkSchema(log);
  const foreignKey = (where: Parameters<typeof journalText.notKeyOfWorkspace>[0]): Problem => ({
    seq: null,
    kind: 'key-changed',
    detail: profile === null ? journalText.notKeyOfWorkspace(where) : journalText.notKeyRemembered(where),
  });
  if (identity.publicKey !== publicKey) problems.push(foreignKey('keyFile'));
  const outsideProblems: Problem[] = [];
  let note = folder === 'missing' ? null : folder === 'unusable' ? '' : folder.note;
  if (typeof folder !== 'string' && (folder.publicKey !== publicKey || folder.workspaceId !== workspaceId)) {
    outsideProblems.push(
      folder.publicKey === publicKey
        ? { seq: null, kind: 'head-invalid', detail: journalText.headOfAnother }
        : foreignKey('head'),
    );
    note = '';
  }
  if (remembered === 'unusable')
    outsideProblems.push({ seq: null, kind: 'head-invalid', detail: journalText.rememberedHeadUnreadable });
  outsideProblems.push(...replacedPlace(place, workspaceId));
  const kept: KeptHead[] = [
    { where: 'folder', note },
    ...(profile?.heads ?? []).map((head): KeptHead => ({ where: 'machine', ...head })),
    ...given.map((head): KeptHead => ({ where: 'given', note: head })),
  ];
  const founding = log.get(1);
  if (founding !== undefined && foundingKey(founding.payload) !== publicKey)
    problems.push({ ...foreignKey('firstEntry'), seq: 1 });
  return {
    ...examineLog(
      byteTrue(log.rows(), log.bytesOf),
      {
        workspaceId,
        publicKey,
        newest: log.checkpoint(),
        heads: kept,
        problems,
        outsideProblems,
        statedSizes: statedSizes(log.ofKinds(headStatementKinds)),
        signatureOf: log.signaturesAhead(),
        signatures,
        reckonLater,
      },
      registerCrypto,
    ),
    kept,
    profileUnusable: remembered === 'unusable',
  };
}

/** Whether this machine knows another workspace in this folder. */
function replacedPlace(known: OutsideRegister['place'], workspaceId: string): Problem[] {
  if (known === undefined) return [];
  if (known.workspaceId !== workspaceId)
    return [
      { seq: null, kind: 'workspace-replaced', detail: journalText.workspaceReplaced(known.workspaceId, workspaceId) },
    ];
  const [before] = known.before;
  return before === undefined
    ? []
    : [
        {
          seq: null,
          kind: 'workspace-replaced-before',
          detail: journalText.workspaceReplacedBefore(before, workspaceId),
        },
      ];
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
function* byteTrue(
  rows: Iterable<RawRow>,
  bytesOf: (seq: number | bigint) => Partial<Record<string, Uint8Array>>,
): Iterable<RawRow> {
  for (const row of rows) {
    if (!hasDoubt(row)) {
      yield row;
      continue;
    }
    const bytes = bytesOf(row.seq as number | bigint);
    const unlike = logColumns.filter(
      (column) => isDoubtful(row[column]) && !Buffer.from(row[column], 'utf8').equals(bytes[column] ?? Buffer.alloc(0)),
    );
    yield { ...row, ...Object.fromEntries(unlike.map((column) => [column, null])) };
  }
}

/** Written out: asked of every entry. */
const hasDoubt = (row: RawRow): boolean =>
  isDoubtful(row.payload) ||
  isDoubtful(row.subject_ref) ||
  isDoubtful(row.actor) ||
  isDoubtful(row.kind) ||
  isDoubtful(row.ts) ||
  isDoubtful(row.clock) ||
  isDoubtful(row.leaf_hash) ||
  isDoubtful(row.prev_hash);

const isDoubtful = (value: unknown): value is string => typeof value === 'string' && value.includes('\ufffd');
