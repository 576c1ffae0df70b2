import type { AuditChoiceColumn } from '#shared/contract/fairness.ts';
import { fairnessScreenText as text } from '#shared/text/window/fairness.ts';

export const signs = ['values', '>=', '>', '<=', '<'] as const;
export type Sign = (typeof signs)[number];

/** Which cells of a column count as yes: some of its values, or numbers on one side of a limit. */
export interface YesWish {
  sign: Sign;
  values: string[];
  than: string;
}

/** What somebody wants audited, as far as they have said it. */
export interface Wish {
  outcome: string | null;
  chosen: YesWish;
  label: string | null;
  positive: YesWish;
  score: string | null;
  groups: string[];
}

/** More columns than these the engine does not cross either, nor more groups of one. */
export const mostColumns = 4;
const mostGroups = 100;

export const noYes: YesWish = { sign: 'values', values: [], than: '' };

/** What is proposed of a column: its own word for yes, a limit where it holds many numbers, else nothing. */
export function proposedYes(column: AuditChoiceColumn | undefined): YesWish {
  if (column === undefined) return noYes;
  if (column.yes !== null) return { ...noYes, values: [column.yes] };
  return column.isNumber && column.distinct > 2 ? { ...noYes, sign: '>=' } : noYes;
}

/** Columns that groups are usually made of; gender, age, origin and the like. */
export const servingGroups = (columns: readonly AuditChoiceColumn[]): AuditChoiceColumn[] =>
  columns.filter(({ isGroup, distinct }) => isGroup && distinct > 1 && distinct <= mostGroups);

/**
 * What an audit begins with: the column that somebody came for, else one that people are chosen by, and two columns of
 * groups, which is as much as a reader crosses.
 */
export function firstWish(columns: readonly AuditChoiceColumn[], wanted: string | null): Wish {
  const outcome =
    columns.find(({ name }) => name === wanted) ??
    columns.find(({ isScore }) => isScore) ??
    columns.find(({ yes, isGroup }) => yes !== null && !isGroup);
  return {
    outcome: outcome?.name ?? null,
    chosen: proposedYes(outcome),
    label: null,
    positive: noYes,
    score: null,
    groups: servingGroups(columns)
      .filter(({ name }) => name !== outcome?.name)
      .slice(0, 2)
      .map(({ name }) => name),
  };
}

const numberOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.')));

/** As the engine is told: a comparison, or texts, which a leading `=` keeps from being read as one. */
export const typedYes = ({ sign, values, than }: YesWish): string[] =>
  sign === 'values' ? values.map((value) => `=${value}`) : [`${sign}${numberOf(than)}`];

function missingYes(yes: YesWish, column: AuditChoiceColumn | undefined): string | null {
  if (column === undefined) return null;
  if (yes.sign !== 'values') return Number.isFinite(numberOf(yes.than)) ? null : text.needs.limit(column.name);
  return yes.values.length > 0 ? null : text.needs.values(column.name, column.distinct);
}

/** The first thing that has to be said before anything can be measured, in a sentence; null where nothing is missing. */
export function missing(
  { outcome, chosen, label, positive, score, groups }: Wish,
  columns: readonly AuditChoiceColumn[],
): string | null {
  const of = (name: string | null): AuditChoiceColumn | undefined => columns.find((column) => column.name === name);
  if (outcome === null) return text.needs.outcome;
  const open = missingYes(chosen, of(outcome)) ?? missingYes(positive, of(label));
  if (open !== null) return open;
  if (groups.length === 0) return text.needs.groups;
  if (groups.length > mostColumns) return text.needs.fewer(mostColumns);
  if (score !== null && label === null) return text.needs.label;
  const named = [outcome, ...(label === null ? [] : [label]), ...groups];
  const twice = named.find((name, at) => named.indexOf(name) !== at);
  return twice === undefined ? null : text.needs.once(twice);
}
