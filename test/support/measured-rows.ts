import type { ClassValues } from '#shared/domain/class-values.ts';
import type { Measured } from '#shared/privacy-models/privacy-model.ts';

export type ClassRow = readonly [quasi: string | null, secret: string | null];

/** Rows put into classes by their first cell and counted by their second, without any data engine. */
export function measuredRows(rows: readonly ClassRow[]): Measured {
  const values = [...new Set(rows.map(([, secret]) => secret))];
  const counted = (of: readonly ClassRow[]): number[] =>
    values.map((value) => of.filter(([, secret]) => secret === value).length);
  const groups = [...new Set(rows.map(([quasi]) => quasi))].map((quasi) => rows.filter(([own]) => own === quasi));
  const classes = groups.map((group): ClassValues => {
    const counts = counted(group);
    const codes = [...values.keys()].filter((code) => counts[code]! > 0);
    return { codes, counts: codes.map((code) => counts[code]!), rows: group.length };
  });
  const sizes = [...new Set(groups.map((group) => group.length))].toSorted((a, b) => a - b);
  return {
    k: Math.min(...groups.map((group) => group.length)),
    l: {},
    t: {},
    histogram: sizes.map((size) => ({ size, classes: groups.filter((group) => group.length === size).length })),
    counted: { secret: { table: { values, counts: counted(rows), rows: rows.length }, classes } },
  };
}
