import type { ConsentOfPerson } from '#shared/contract/consent.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { tellsNothing } from '#shared/semantic-types/tells-nothing.ts';
import type { CopiedRows, CopyOfData, Mention } from '#shared/subjects/copy-of-data.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { consentOfPerson } from '../consent/consent-of-person.ts';
import { usesOf } from '../lawfulness/uses-of.ts';
import { handedOver } from './handed-over.ts';
import { pointingColumns } from './pointing-columns.ts';
import type { Searched } from './search-workspace.ts';

/** Rows are read so many at a time. */
const atOnce = 1000;

async function copyRows({ search: { state, job } }: Searched, id: string, numbers: readonly number[]) {
  return withDataset(
    state,
    id,
    async ({ duck, relation, columns, session }) => {
      const types = new Map(session.effectiveFindings().map(({ name, type }) => [name, type]));
      const rows: (string | null)[][] = [];
      for (let from = 0; from < numbers.length; from += atOnce) {
        const wanted = numbers.slice(from, from + atOnce).join(', ');
        const cells = await duck.texts(
          `SELECT ${columns.map(({ physical }) => quoteIdentifier(physical)).join(', ')} FROM ${relation} ` +
            `WHERE rowid IN (${wanted}) ORDER BY rowid`,
        );
        for (let at = 0; at < (cells[0]?.length ?? 0); at += 1) rows.push(cells.map((column) => column[at] ?? null));
      }
      // “Not recognised” is a word of ours, and tells nobody what the cell says of them.
      const meaningOf = (name: string): string => {
        const type = types.get(name) ?? '';
        return tellsNothing(type) ? '' : (semanticTypeById(type)?.label ?? '');
      };
      return { columns: columns.map(({ name }) => ({ name, meaning: meaningOf(name) })), rows };
    },
    { interrupt: job.signal },
  );
}

/** Consent that the ledger has under any of the values, each event once. */
function consentOf({ search: { state, sought }, spellings }: Searched): ConsentOfPerson {
  const all = [...sought.map(({ typed }) => typed), ...spellings].map((value) => consentOfPerson(state, value));
  const events = new Map(all.flatMap((one) => one.events.map((event) => [event.seq, event] as const)));
  const standings = new Map(all.flatMap((one) => one.standings.map((own) => [own.purpose, own] as const)));
  return { events: [...events.values()], standings: [...standings.values()] };
}

/** Everything that a search found of somebody, to be handed to them (GDPR Art. 15(3)). */
export async function copyOfData(searched: Searched): Promise<CopyOfData> {
  const { search, cells } = searched;
  const { workspace, state, found } = search;
  const uses = new Map(usesOf(state).map((one) => [one.id, one.purposes]));
  const [tables, mentions]: [CopiedRows[], Mention[]] = [[], []];
  for (const { id, name, fileName, importedAt, informedHow } of workspace.catalog.datasets.list()) {
    const own = cells.get(id) ?? [];
    const naming =
      own.length === 0 ? new Set<string>() : pointingColumns((await state.dataset(id)).effectiveFindings());
    const theirs = own.filter(({ match, column }) => match !== 'text' && (match !== 'plain' || naming.has(column)));
    const numbers = [...new Set(theirs.flatMap(({ rows }) => rows))].toSorted((a, b) => a - b);
    const known = new Set(numbers);
    for (const { column, rows } of own) {
      const others = rows.filter((row) => !known.has(row)).length;
      if (others > 0) mentions.push({ dataset: name, column, rows: others });
    }
    if (numbers.length === 0) continue;
    const purposes = (uses.get(id) ?? []).map(({ title, basis }) => ({ title, basis }));
    const foundBy = [...new Set(theirs.map(({ column }) => column))];
    const copied = await copyRows(searched, id, numbers);
    tables.push({ dataset: name, fileName, importedAt, informedHow, foundBy, purposes, ...copied });
  }
  for (const { place, dataset, column, rows } of found.hits)
    if (place === 'rejected-rows') mentions.push({ dataset, column, rows });
  return {
    tables,
    mentions,
    consent: consentOf(searched),
    releases: handedOver(workspace, found).map(({ releaseId: _releaseId, ...one }) => one),
    notSearched: found.notSearched,
  };
}
