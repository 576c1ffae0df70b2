import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { readYesRule, type YesRule } from '#shared/fairness/yes-rule.ts';
import { yesOf } from '#shared/fairness/yes-words.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { textOf } from '#engine/fairness/cell-sql.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** A rule, and who said it. */
export interface ChosenRule {
  rule: YesRule;
  chosenBy: 'person' | 'values';
}

/** Values that a question shows at most. */
const shownValues = 5;

/**
 * Which cells of a column count as yes: as a person said, else by its two values where they are words for yes and no.
 * @param option what to say it with, for the question
 * @throws Failure WRONG_USAGE where nothing says it, with the values to choose from unless they may be personal
 */
export async function ruleForColumn(
  { duck, relation }: Pick<TableInHand, 'duck' | 'relation'>,
  column: SourceColumn,
  { typed, option, finding }: { typed: string[]; option: string; finding: Finding | undefined },
): Promise<ChosenRule> {
  if (typed.length > 0) return { rule: readYesRule(typed), chosenBy: 'person' };
  const values = await duck.query<{ value: string }>(
    `SELECT ${textOf(column)} AS value FROM ${relation} WHERE ${textOf(column)} IS NOT NULL GROUP BY 1 ` +
      `ORDER BY count(*) DESC, 1 LIMIT ${shownValues + 1}`,
  );
  const texts = values.map(({ value }) => value);
  const yes = yesOf(texts);
  if (yes !== null) return { rule: { kind: 'texts', texts: [yes] }, chosenBy: 'values' };
  if (texts.length === 0) throw new Failure('WRONG_USAGE', fairnessText.nobody(column.name));
  throw new Failure(
    'WRONG_USAGE',
    finding?.class === 'linked'
      ? fairnessText.whichOfPersonal(column.name, option)
      : fairnessText.whichIsYes(column.name, option, texts.slice(0, shownValues), texts.length > shownValues),
  );
}
