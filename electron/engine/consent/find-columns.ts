import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ConsentForm } from '#shared/domain/consent.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { consentText as text } from '#shared/text/engine/consent.ts';
import { consentRoles } from '../facts/consent-sql.ts';
import { googleSignals } from './google-signals.ts';
import type { ConsentTable } from './read-table.ts';
import type { TcfAsked } from './tcf.ts';

/** What whoever asks says of the columns; what they do not say is found. */
export interface NamedColumns {
  key?: string | undefined;
  purpose?: string | undefined;
  state?: string | undefined;
  date?: string | undefined;
  until?: string | undefined;
}

export interface AskedColumns {
  /** What the source is called. */
  where: string;
  columns: readonly SourceColumn[];
  findings: readonly Finding[];
  named: NamedColumns;
  form: Exclude<ConsentForm, 'kantara' | 'iso-27560'>;
  /** The dataset's column that names a person, and its type. */
  datasetKey: { column: string; type: string };
  tcf: TcfAsked | undefined;
  policyOn: (day: string) => PolicyInForce;
  asOf: string | null;
}

/** The table to be read, and by name the columns that are. */
export interface FoundColumns {
  table: ConsentTable;
  chosen: Record<string, string[]>;
}

/**
 * The columns of a source that say whose consent to what it is: those that are named, else the only one that can be
 * meant.
 * @throws Failure COLUMN_UNKNOWN, WRONG_USAGE where a person has to say which
 */
export function findColumns(asked: AskedColumns): FoundColumns {
  const { where, findings, named, form } = asked;
  const physical = new Map(asked.columns.map(({ name, physical: at }) => [name, quoteIdentifier(at)]));
  const sqlOf = (column: string): string => {
    const sql = physical.get(column);
    if (sql === undefined) throw new Failure('COLUMN_UNKNOWN', text.noColumn(column, where));
    return sql;
  };
  const chosen: Record<string, string[]> = {};
  const choose = (role: string, columns: readonly string[]): string[] => {
    if (columns.length > 0) chosen[role] = [...columns];
    return columns.map(sqlOf);
  };
  const one = (role: string, column: string | undefined): string | null =>
    column === undefined ? null : (choose(role, [column])[0] ?? null);
  const key = one('key', named.key ?? keyOf(asked))!;
  const purpose = one('purpose', named.purpose);
  const roles = consentRoles(findings);
  const only = (candidates: readonly Finding[]): string | undefined =>
    candidates.length === 1 ? candidates[0]!.name : undefined;
  const common = { key, purpose, asOf: asked.asOf };
  if (form === 'tcf') {
    if (asked.tcf === undefined) throw new Failure('WRONG_USAGE', text.tcfNeeds);
    const signal = one('state', stateOf(asked, only(roles.state)))!;
    const says = { form, signal, asked: asked.tcf, policyOn: asked.policyOn };
    return { chosen, table: { ...common, date: null, until: one('until', named.until), says } };
  }
  const date = one('date', named.date ?? only(roles.date));
  const until = one('until', named.until ?? only(roles.until));
  if (form === 'google') {
    const found = googleSignals.filter((name) => physical.has(name));
    if (found.length === 0) throw new Failure('COLUMN_UNKNOWN', text.noSignals(where));
    const signals = choose('state', found).map((sql, at) => ({ name: found[at]!, sql }));
    return { chosen, table: { ...common, date, until, says: { form, signals } } };
  }
  const taken = roles.takenBack.map(({ name }) => name).filter((name) => name !== named.state);
  const state = one(
    'state',
    taken.length > 0 && roles.state.length === 0 ? named.state : stateOf(asked, only(roles.state)),
  );
  const takenBack = choose('withdrawn', named.state === undefined ? taken : []);
  return { chosen, table: { ...common, date, until, says: { form: 'state', state, takenBack } } };
}

/** The column of the source that names a person: called as in the dataset, else the only one of its kind. */
function keyOf({ where, columns, findings, datasetKey }: AskedColumns): string {
  if (columns.some(({ name }) => name === datasetKey.column)) return datasetKey.column;
  const alike = findings.filter(({ type }) => type === datasetKey.type);
  if (alike.length !== 1) throw new Failure('WRONG_USAGE', text.whichKey(where, datasetKey.column));
  return alike[0]!.name;
}

function stateOf({ where, findings, named }: AskedColumns, only: string | undefined): string {
  const found = named.state ?? only;
  if (found !== undefined) return found;
  throw new Failure(
    'WRONG_USAGE',
    text.whichState(
      where,
      consentRoles(findings).state.map(({ name }) => name),
    ),
  );
}
