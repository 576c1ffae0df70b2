import { stateOf, type GuardFinding } from '#shared/domain/guardrail.ts';
import type { KeptFinding } from '#shared/domain/edition.ts';
import type { Recipe, ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { guardTable } from '../privacy/guard-table.ts';

/** What both editions are judged by. */
export interface EditionTerms {
  recipe: Recipe | null;
  /** Id; empty: nobody said. */
  purpose: string;
  release: ReleaseKind;
}

/** What the guardrails said of one edition. */
export interface JudgedEdition {
  findings: KeptFinding[];
  people: KeptFinding[];
}

/** Answers about people that depend on what the file says of whom: consent, barred data, age, time to keep. */
const aboutPeople: readonly string[] = ['E2', 'E4', 'E5', 'E7', 'E8'];

/** The preset that targets by consent: what it asks of people is asked of a file whatever it is for. */
const targetingPurpose = 'P2';

const kept = (findings: readonly GuardFinding[]): KeptFinding[] =>
  findings.flatMap((finding) => {
    const { id, verdict, columns, reason } = finding;
    return reason === undefined ? [] : [{ id, verdict, state: stateOf(finding), columns, reason }];
  });

/**
 * The guardrails' answers about a dataset, by a recipe or as it is; and, whatever kind of release that is, about the
 * people in it as if it were for targeting: an anonymised release asks nobody's age, and more minors are news all the same.
 * @param day YYYY-MM-DD that ages and limits count from
 * @throws Failure as `guardTable`
 */
export async function judgeEdition(
  state: EngineSession,
  datasetId: string,
  { recipe, purpose, release }: EditionTerms,
  day: string,
  signal: AbortSignal | undefined,
): Promise<JudgedEdition> {
  return withDataset(state, datasetId, async (table) => {
    const named = purpose === '' ? {} : { purpose };
    const judged = await guardTable(
      state,
      table,
      recipe === null ? { ...named, release, today: day } : { recipe, release: recipe.release, today: day },
      signal,
    );
    const asTargeting = await guardTable(
      state,
      table,
      { release: 'targeting', purpose: targetingPurpose, today: day },
      signal,
    );
    return {
      findings: kept(judged.findings),
      people: kept(asTargeting.findings.filter(({ id }) => aboutPeople.includes(id))),
    };
  });
}
