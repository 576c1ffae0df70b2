import type { EditionColumns } from '#shared/domain/edition.ts';
import { hasFlag } from '#shared/guardrails/output-view.ts';
import { specialFlags, type PolicyInForce } from '#shared/policy/index.ts';
import { movedColumns } from '#engine/editions/moved-columns.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import { sinceLastImport } from '../datasets/since-last-import.ts';

/** How a dataset's columns and their values differ from those of the edition before. @throws Failure JOB_CANCELLED */
export async function editionColumnsOf(
  before: DatasetSession,
  after: DatasetSession,
  policy: PolicyInForce,
  signal: AbortSignal | undefined,
): Promise<EditionColumns> {
  const since = sinceLastImport(after.record, [before.record]);
  const here = new Map(after.profiles.map((profile) => [profile.name, profile.valueType]));
  const sensitive = new Set(
    [...before.effectiveFindings(), ...after.effectiveFindings()]
      .filter((finding) => hasFlag(finding, specialFlags))
      .map(({ name }) => name),
  );
  const [one, other] = [await before.duck.connect(), await after.duck.connect()];
  try {
    const moved = await movedColumns(
      { duck: one, relation: before.relation, columns: before.columns, profiles: before.profiles },
      { duck: other, relation: after.relation, columns: after.columns, profiles: after.profiles },
      signal,
    );
    // Where no row says from when on it counts, every move does.
    const tells = policy.ruling('distribution-shift', 'tells')?.value ?? 1;
    return {
      added: since?.added ?? [],
      removed: since?.removed ?? [],
      reclassified: since?.reclassified ?? [],
      retyped: before.profiles.flatMap(({ name, valueType: from }) => {
        const to = here.get(name);
        return to === undefined || to === from ? [] : [{ column: name, from, to }];
      }),
      moved: moved.flatMap(({ column, index }) => {
        const hundredths = Math.round(index * 100);
        return hundredths >= tells ? [{ column, hundredths }] : [];
      }),
      newValues: moved.flatMap(({ column, newValues }) =>
        newValues === null || newValues === 0 ? [] : [{ column, values: newValues, sensitive: sensitive.has(column) }],
      ),
    };
  } finally {
    one.close();
    other.close();
  }
}
