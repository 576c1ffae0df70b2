import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { ConsentAsked } from '#shared/contract/consent.ts';
import { csvField } from '#shared/domain/csv-text.ts';
import { dayAfter } from '#shared/consent/consent-event.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { consentText } from '#shared/text/engine/consent.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { factColumns } from '#engine/facts/index.ts';
import { lookUpPeople, standingLetter, type LedgerLookup } from '#engine/facts/ledger-lookup.ts';
import { askSql } from '#engine/facts/people-to-ask.ts';
import { neutralisedSql } from '#engine/run-recipe/neutralise-formula.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { withDataset, type DatasetInHand } from '#engine/tables/from-dataset.ts';
import { purposeIdMeant } from '../lawfulness/purpose-meant.ts';
import { requireEnterable } from '../require-enterable.ts';
import { ledgerForTable } from './ledger-for-table.ts';

export interface AskAgain {
  purpose: string;
  datasetId?: string | undefined;
  /** YYYY-MM-DD; today where nobody says. */
  day?: string | undefined;
  /** Days after it: whose consent ends in them is asked, too. */
  within: number;
  grantId: string;
}

/** The dataset whose people are meant: the one that the ledger knows, where it is only one. */
function datasetMeant(state: EngineSession, datasetId: string | undefined): string {
  if (datasetId !== undefined) return datasetId;
  const { consent, datasets } = state.requireWorkspace().catalog;
  const there = datasets.list();
  const known = [...new Set(consent.batches().map((batch) => batch.datasetId))].flatMap(
    (id) => there.find((dataset) => dataset.id === id) ?? [],
  );
  if (known.length !== 1) throw new Failure('WRONG_USAGE', consentText.whichDataset(known.map(({ name }) => name)));
  return known[0]!.id;
}

const csvCell = (text: string | null): string => (text === null ? '' : csvField(text));

/** SQL over a row of the source of whether its person stands so. */
const stands = (lookup: LedgerLookup, ...letters: string[]): string =>
  `(${lookup.fingerprint} IN (SELECT f FROM ${lookup.table} WHERE s IN (${letters.map((letter) => `'${letter}'`).join(', ')})))`;

async function listOf(state: EngineSession, table: DatasetInHand, lookup: LedgerLookup) {
  const physical = new Map(table.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const valid = stands(lookup, standingLetter('valid'));
  const sql = askSql(
    `(SELECT * FROM ${table.relation} WHERE NOT ${valid})`,
    factColumns(await table.findings(), physical),
    {
      referenceDate: state.today(),
      adult: state.policyOn(state.today()).value('targeting-age', '*'),
      written: (cell) => neutralisedSql(cell),
      ledger: {
        person: physical.get(lookup.columns[0]!)!,
        refused: stands(lookup, standingLetter('withdrawn'), standingLetter('refused')),
      },
    },
  );
  if ('missing' in sql) throw new Failure('TARGET_MISSED', lawfulnessText.cannotAsk[sql.missing](table.fileName));
  const [counts] = await table.duck.query<Record<'no_contact' | 'refused' | 'under_age' | 'age_unknown', number>>(
    sql.counts,
  );
  const [held] = await table.duck.query<{ rows: number; valid: number }>(
    `SELECT count(*)::INTEGER AS rows, count(*) FILTER (${valid})::INTEGER AS valid FROM ${table.relation}`,
  );
  const columns = await table.duck.texts(sql.list);
  const people = columns[0]?.length ?? 0;
  const lines = Array.from({ length: people }, (_, at) =>
    columns.map((column) => csvCell(column[at] ?? null)).join(','),
  );
  const text = `${[sql.columns.map(csvCell).join(','), ...lines].join('\r\n')}\r\n`;
  return { text, people, columns: sql.columns, counts: counts!, held: held! };
}

/**
 * Writes the list of people of a dataset whose consent to a purpose has ended, ends soon or was never given, and who may
 * be asked: they can be reached, are of age, and took nothing back. The log has its counts and hash, never a value.
 * @throws Failure WRONG_USAGE, TARGET_MISSED, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL, ROLE_REFUSED
 */
export async function askAgainByLedger(
  state: EngineSession,
  { purpose: word, datasetId: named, within, day = state.today(), grantId }: AskAgain,
  signal: AbortSignal | undefined,
): Promise<ConsentAsked> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'consent.people-listed');
  const purpose = state.purpose(purposeIdMeant(state, word));
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const datasetId = datasetMeant(state, named);
  return withDataset(state, datasetId, async (table) => {
    const asked = { purpose, referenceDate: dayAfter(day, within) };
    const ledger = ledgerForTable(state, { ...table, findings: await table.findings() }, asked);
    if (ledger === null) throw new Failure('WRONG_USAGE', consentText.noneFor(purpose.title));
    const lookup = await lookUpPeople(table, { ledger, release: 'targeting', signal });
    if (typeof lookup !== 'object')
      throw new Failure('WRONG_USAGE', consentText.notLinked(table.session.record.summary.name));
    try {
      const { text, people, columns, counts, held } = await listOf(state, table, lookup);
      signal?.throwIfAborted();
      const written = {
        fileName: basename(path),
        sha256: createHash('sha256').update(text).digest('hex'),
        people,
        rows: held.rows,
        stillValid: held.valid,
        noContact: counts.no_contact,
        refused: counts.refused,
        underAge: counts.under_age,
        ageUnknown: counts.age_unknown,
        columns,
      };
      const { seq } = await writeEntered(path, text, () =>
        workspace.register.append({
          kind: 'consent.people-listed',
          subjectRef: datasetId,
          payload: { datasetId, purposeId: purpose.id, ...written },
        }),
      );
      return { ...written, registerEntry: seq };
    } finally {
      await table.duck.run(`DROP TABLE IF EXISTS ${lookup.table}`);
    }
  });
}
