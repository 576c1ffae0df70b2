import { Failure } from '#shared/contract/failure.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { recordsOf, type RecordVersion } from '#shared/register/register-snapshot.ts';
import { bindingsOf } from '#shared/register/declared-uses.ts';
import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { declarePurpose, type PurposeWords } from './declare-purpose.ts';
import { editRecord, saying } from './edit-record.ts';
import { requireReadableKinds } from './require-readable-kinds.ts';

export interface ToBind extends PurposeWords {
  datasetId: string;
  /** Id, code or slug of a purpose of the program or the workspace, or the reference of a record that declares one. */
  purpose: string;
  /** Absent: the dataset as a whole. */
  columns?: string[] | undefined;
  needed: boolean;
  /** What the purpose needs them for, or does without them. */
  why?: string | undefined;
}

/** The purpose that a word means: its own id, code or slug, or the record of the register that declares it. */
function purposeMeant(state: EngineSession, word: string): Purpose {
  const declared = recordsOf(registerSnapshot(state.requireWorkspace()), 'purpose').find(
    ({ id, ref }) => id === word || ref === word.toUpperCase(),
  );
  return state.purpose(valueOf(declared?.body.preset) ?? word);
}

/**
 * Binds columns of a dataset to a purpose, or says that the purpose does not need them; it binds from now on, and widens
 * what was approved once it is approved itself.
 * @throws Failure DATASET_UNKNOWN, COLUMN_UNKNOWN, WRONG_USAGE where there is no such purpose, WORKSPACE_FROM_FUTURE where
 *   a binding or a purpose cannot be read
 */
export function bindColumns(state: EngineSession, wish: ToBind): RecordVersion<'binding'> {
  const { summary } = state.datasetRecord(wish.datasetId);
  requireReadableKinds(state, ['binding', 'purpose']);
  const purpose = purposeMeant(state, wish.purpose);
  const known = new Set(summary.columns.map(({ name }) => name));
  const unknown = wish.columns?.find((column) => !known.has(column));
  if (unknown !== undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(summary.name, unknown));
  const recordId = declarePurpose(state, purpose, wish);
  const dataset = { id: summary.id, name: summary.name, fileName: summary.fileName, earlier: [] };
  const [binding] = bindingsOf(registerSnapshot(state.requireWorkspace()), dataset);
  const { one, more } = saying(state);
  const cell = {
    purpose: recordId,
    needed: wish.needed ? ('yes' as const) : ('no' as const),
    ...(wish.columns === undefined ? {} : { columns: wish.columns }),
    ...(wish.why === undefined ? {} : { why: wish.why }),
  };
  return editRecord(state, { kind: 'binding', id: binding?.id ?? null }, (body) => ({
    ...body,
    name: body.name ?? one(lawfulnessText.bindingOf(summary.name)),
    dataset: body.dataset ?? one(summary.id),
    purposes: valuesOf(body.purposes).includes(recordId) ? body.purposes : more(body.purposes, recordId),
    ...(wish.columns === undefined && wish.needed && wish.why === undefined ? {} : { cells: more(body.cells, cell) }),
  }));
}
