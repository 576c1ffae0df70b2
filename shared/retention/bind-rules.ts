import type { Finding } from '#shared/domain/finding.ts';
import type { RetentionChoice, RetentionStart, UndatedDecision } from '#shared/domain/retention.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { datesNamedAs, isDateColumn, isNamedAsDate } from './date-columns.ts';
import { isNoAct } from './no-act.ts';
import type { RetentionPreset } from './presets.ts';
import type { RetentionRule } from './rule-in-force.ts';

/** Why a rule goes by the dates that it goes by: what is told to whoever did not choose them. */
export type BoundBy =
  | 'named-as-identifier'
  | 'dates-of-row'
  | 'acts'
  | 'dates-of-kind'
  | 'rule'
  | 'import'
  | 'person'
  | 'none';

/** A rule on one dataset: which cells or rows it is about, and from which columns its period counts. */
export interface RetentionBinding {
  rule: RetentionRule;
  /** The column whose cells it is about; empty where it is about rows. */
  column: string;
  starts: readonly string[];
  /** Of several dates in a row the last one counts; else the first. */
  latest: boolean;
  /** The column by which rows of one person count together; null: each row by itself. */
  person: string | null;
  by: BoundBy;
  /** Dates of the table that were left out: they tell what was done by others than the person. */
  notActs: readonly string[];
  undated: UndatedDecision | null;
}

type Column = Pick<Finding, 'name' | 'type' | 'flags'>;

const startTypes: Record<Exclude<RetentionStart, 'first-seen' | 'columns' | 'import'>, readonly SemanticTypeId[]> = {
  'last-act': ['order_date', 'engagement_timestamp', 'timestamp', 'date_event', 'signup_date'],
  purchase: ['order_date'],
  event: ['engagement_timestamp', 'timestamp', 'date_event'],
  consent: ['consent_timestamp'],
};

type Started = Pick<RetentionBinding, 'starts' | 'latest' | 'by' | 'notActs'>;
const namesOf = (columns: readonly Column[]): string[] => columns.map(({ name }) => name);

/** A column of days that was taken for the identifier which its name speaks of, since some of its days cannot be read. */
const isDateOf = (identifier: Column, column: Column): boolean =>
  column.type === identifier.type && isNamedAsDate(column.name) && !isNamedAsDate(identifier.name);

/** An identifier counts from the dates that bear its name, the first of them; else from the last date of its row. */
function startOfCells(identifier: Column, columns: readonly Column[], renewed: boolean): Started {
  const dates = columns.filter((column) => isDateColumn(column));
  const own = datesNamedAs(identifier, [...dates, ...columns.filter((column) => isDateOf(identifier, column))]);
  if (own.length > 0) return { starts: namesOf(own), latest: renewed, by: 'named-as-identifier', notActs: [] };
  // Dates of other identifiers say nothing of this one; those of the row at least that it was there by then.
  return { starts: namesOf(dates), latest: true, by: dates.length > 0 ? 'dates-of-row' : 'none', notActs: [] };
}

/** Where a rule says itself from when it counts: from columns by their names, or from the day of the import. */
function startOfRule({ start, columns: named }: RetentionPreset, columns: readonly Column[]): Started | null {
  const told = { latest: true, notActs: [] };
  if (start === 'import') return { ...told, starts: [], by: 'import' };
  if (start !== 'columns') return null;
  const starts = named.filter((name) => columns.some((column) => column.name === name));
  return { ...told, starts, by: starts.length > 0 ? 'rule' : 'none' };
}

/** Online identifiers: their dates tell when a device was seen, not what a person did. */
const onlineTypes: readonly SemanticTypeId[] = ['cookie_id', 'advertising_id', 'device_id', 'session_id'];

function startOfRows({ start }: RetentionPreset, columns: readonly Column[]): Started {
  const types = start === 'first-seen' || start === 'columns' || start === 'import' ? null : startTypes[start];
  const dates = columns.filter((column) => isDateColumn(column) && (types === null || types.includes(column.type)));
  if (start !== 'last-act')
    return { starts: namesOf(dates), latest: true, by: dates.length > 0 ? 'dates-of-kind' : 'none', notActs: [] };
  const ofDevices = new Set(
    columns.filter(({ type }) => onlineTypes.includes(type)).flatMap((online) => datesNamedAs(online, dates)),
  );
  const acts = dates.filter((date) => !ofDevices.has(date) && !isNoAct(date.name));
  const notActs = columns.filter((column) => isDateColumn(column) && !acts.includes(column));
  return { starts: namesOf(acts), latest: true, by: acts.length > 0 ? 'acts' : 'none', notActs: namesOf(notActs) };
}

/** What a rule would be about in a table, by what its columns hold. */
function proposed(rule: RetentionRule, columns: readonly Column[], person: string | null): RetentionBinding[] {
  const { preset } = rule;
  const has = (types: readonly SemanticTypeId[]): boolean => columns.some(({ type }) => types.includes(type));
  if (preset.about === 'cells')
    return columns
      .filter((column) => preset.types.includes(column.type) && !columns.some((other) => isDateOf(other, column)))
      .map((column) => ({
        rule,
        column: column.name,
        person: null,
        undated: null,
        ...(startOfRule(preset, columns) ??
          (preset.start === 'first-seen'
            ? startOfCells(column, columns, preset.renewed)
            : startOfRows(preset, columns))),
      }));
  if (!has(preset.types) || has(preset.notWith)) return [];
  return [ofRows(rule, columns, person)];
}

const ofRows = (rule: RetentionRule, columns: readonly Column[], person: string | null): RetentionBinding => ({
  rule,
  column: '',
  person: rule.preset.start === 'last-act' ? person : null,
  undated: null,
  ...(startOfRule(rule.preset, columns) ?? startOfRows(rule.preset, columns)),
});

/**
 * The rules on one dataset: proposed by what its columns hold, a person's choices before that. A rule without a column
 * that its period could count from is bound all the same: none of its rows has a date then.
 * @param person the column by which people who have several rows are told apart; null where each row is another
 */
export function bindRules(
  rules: readonly RetentionRule[],
  columns: readonly Column[],
  { person, choices }: { person: string | null; choices: readonly RetentionChoice[] },
): RetentionBinding[] {
  const names = new Set(namesOf(columns));
  return rules.flatMap((rule) => {
    const own = choices.filter((choice) => choice.rule === rule.preset.id);
    const bindings = proposed(rule, columns, person);
    const isAdded = rule.preset.about === 'rows' && bindings.length === 0 && own.some(({ applies }) => applies);
    if (isAdded) bindings.push(ofRows(rule, columns, person));
    return bindings.flatMap((binding): RetentionBinding[] => {
      const choice = own.find(({ column }) => column === binding.column);
      if (choice === undefined) return [binding];
      if (!choice.applies) return [];
      const starts = choice.starts?.filter((name) => names.has(name)) ?? null;
      return [
        {
          ...binding,
          ...(starts === null ? {} : { starts, by: starts.length > 0 ? ('person' as const) : ('none' as const) }),
          undated: choice.undated,
        },
      ];
    });
  });
}
