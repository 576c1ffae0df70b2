import type { IdentifierKind } from '#shared/domain/written-value.ts';
import { identifiersInText } from './identifiers-in-text.ts';

/** Share of forms that pass a check digit by chance: one in ten, for nearly all of them. */
const byChance = 0.1;

interface RuleTally {
  kind: IdentifierKind;
  beyondChance: number;
  /** Different values with this form, those of them that pass, and the rows that hold these. */
  seen: number;
  passed: number;
  rows: number;
}

/** What the values of one column showed so far, by form. No value is kept. */
export type Tally = Map<string, RuleTally>;

/** Takes one different value of the column into account, which stands in `rows` rows. */
export function addValue(tally: Tally, cell: string, rows: number): void {
  const passed = new Map<string, boolean>();
  for (const mention of identifiersInText(cell)) {
    passed.set(mention.rule, (passed.get(mention.rule) ?? false) || mention.passes);
    if (!tally.has(mention.rule))
      tally.set(mention.rule, { kind: mention.kind, beyondChance: mention.beyondChance, seen: 0, passed: 0, rows: 0 });
  }
  for (const [rule, good] of passed) {
    const one = tally.get(rule)!;
    one.seen += 1;
    if (good) [one.passed, one.rows] = [one.passed + 1, one.rows + rows];
  }
}

/** More pass than chance would let through. One form alone passes for what it is, where it is not bare digits. */
function beyondChance({ seen, passed, beyondChance: deviations }: RuleTally): boolean {
  if (deviations === 0) return passed > 0;
  return passed > 0 && passed + 1e-9 >= byChance * seen + deviations * Math.sqrt(byChance * (1 - byChance) * seen);
}

/** Kinds that are surely there, each with the rows that hold it. */
export function foundKinds(tally: Tally): Map<IdentifierKind, number> {
  const found = new Map<IdentifierKind, number>();
  for (const rule of tally.values())
    if (beyondChance(rule)) found.set(rule.kind, Math.max(found.get(rule.kind) ?? 0, rule.rows));
  return found;
}
