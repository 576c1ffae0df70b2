import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import { addSpends, type SpentTogether } from '#engine/anonymise/noise/add-spends.ts';
import { isDrawn, type WayMade } from '../run-recipe/ways/apply-way.ts';
import type { EarlierInput, EarlierRelease, EditionSource } from './join-earlier.ts';
import { followingOf } from './people-of-release.ts';

/** What a release spent of the protection of noise, and what it makes together with those before it. */
export interface Spent {
  here: PrivacySpend;
  together: SpentTogether & { releases: number };
}

interface SpentInput extends EarlierInput {
  way: WayMade | null;
  earlier: readonly EarlierRelease[] | null;
  /** Whether an earlier release of this very source has the same noise: made again, it tells nothing new. */
  isSameNoise(release: EarlierRelease): boolean;
}

/**
 * Adds what a release spends to what earlier ones of the same people spent, as far as a register tells of them: those of
 * the same source, of later and earlier editions of it, in the workspace or not any more, and of other files that name at
 * least one person of this one. Null where the release has no noise.
 * @throws Failure JOB_CANCELLED
 */
export async function spentTogether(input: SpentInput): Promise<Spent | null> {
  const { way, earlier } = input;
  if (!isDrawn(way)) return null;
  const before: Pick<PrivacySpend, 'epsilon' | 'delta' | 'rho'>[] = [];
  for (const release of earlier ?? []) {
    const spent = release.made?.spent ?? release.spent;
    if (spent === undefined) continue;
    const { edition } = release;
    if (edition === undefined ? input.isSameNoise(release) : !(edition.alike || (await haveSomebodyIn(edition, input))))
      continue;
    before.push(spent);
  }
  return { here: way.spend, together: { ...addSpends([...before, way.spend]), releases: before.length + 1 } };
}

/** Whether a value of a column that names a person in both files is in both. */
async function haveSomebodyIn({ source, findings }: EditionSource, here: EarlierInput): Promise<boolean> {
  if (source === null) return true;
  const { keys } = followingOf(here, { source, findings }, '');
  const idOf = (columns: EarlierInput['source']['columns'], name: string): string =>
    `nullif(trim(${quoteIdentifier(columns.find((column) => column.name === name)!.physical)}), '')`;
  for (const name of keys) {
    const path = join(here.directory, `named-${randomUUID()}.parquet`);
    await interruptible(source.duck, here.signal, () =>
      source.duck.run(
        `COPY (SELECT DISTINCT ${idOf(source.columns, name)} AS id FROM ${source.relation}) TO ${quoteText(path)} ` +
          '(FORMAT parquet)',
      ),
    );
    const [found] = await interruptible(here.source.duck, here.signal, () =>
      here.source.duck.query<{ both: boolean }>(
        `SELECT count(*) > 0 AS "both" FROM (SELECT ${idOf(here.source.columns, name)} AS id FROM ` +
          `${here.source.relation}) SEMI JOIN ${readParquet(path)} USING (id)`,
      ),
    );
    if (found!.both) return true;
  }
  return false;
}

/** @throws Failure TARGET_MISSED where all of them together leave too little protection */
export function refuseSpent(spent: Spent | null, policy: PolicyInForce, findings: GuardFinding[]): void {
  const most = policy.value('privacy-budget', 'together') / 100;
  if (spent === null || spent.together.epsilon <= most) return;
  throw new Failure('TARGET_MISSED', releaseText.overSpent(spent.together.epsilon, spent.together.releases, most), {
    findings,
  });
}
