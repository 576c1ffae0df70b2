import type { Finding } from '#shared/domain/finding.ts';
import type { KnowledgeFound } from '#shared/domain/risk-check.ts';
import { isKnown, type KnowledgeSet } from '#shared/knowledge-sets/knowledge-set.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { measureAlone } from '#engine/privacy/measure/people-alone.ts';

/** A column that can be read and points at nobody by itself, with what is known of the source columns it comes from. */
export interface KnownColumn extends MeasuredColumn {
  findings: readonly Pick<Finding, 'type'>[];
}

/**
 * What somebody finds who knows a person's values in the columns of a set: how many people are alone, and the mean of
 * 1/f over the rows, the chance to pick the right row of those that look alike. A column made of several is known where
 * one of them is.
 */
export async function findByKnowledge(
  duck: Duck,
  relation: string,
  set: KnowledgeSet,
  {
    columns,
    person,
    signal,
  }: { columns: readonly KnownColumn[]; person: string | undefined; signal?: AbortSignal | undefined },
): Promise<KnowledgeFound> {
  const qi = columns.filter(({ findings }) =>
    set.types === 'everything' ? true : findings.some((finding) => isKnown(set, finding)),
  );
  const names = qi.map(({ name }) => name);
  if (qi.length === 0) return { id: set.id, columns: names, found: null };
  const risk = await measureRisk(duck, relation, { qi, person, signal });
  const alone = await measureAlone(duck, relation, qi, person);
  return {
    id: set.id,
    columns: names,
    found: risk.rows === 0 ? null : { alone: alone.people, of: alone.of, share: risk.prosecutor.average },
  };
}
