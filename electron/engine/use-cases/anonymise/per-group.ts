import { Failure } from '#shared/contract/failure.ts';
import { isMissing } from '#shared/domain/class-values.ts';
import { isOrdered, ranks } from '#shared/domain/distances.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { ProtectedColumn } from '#engine/anonymise/local/protected-column.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { tableValues } from './asked-models.ts';

/** What groups keep to is a little stricter than what the written file is judged by, so that no rounding decides. */
const [shareSlack, distanceSlack] = [1e-9 - 1e-12, 2e-9];

/**
 * The models as groups of rows keep to them.
 * @returns k of the groups, and what they protect
 * @throws Failure WRONG_USAGE for a model that is not held per group
 */
export function perGroup(
  models: readonly ModelToJudge[],
  { k, person }: Pick<AskedAnonymise, 'k' | 'person'>,
  guarded: readonly CodedColumn[],
): { k: number; protect: ProtectedColumn[] } {
  let most = k;
  const protect = models.flatMap((asked): ProtectedColumn[] => {
    const { model, column } = asked;
    const settings = asked.settings as { l: number; alpha: number; k: number; t: number; distance?: string };
    const own = guarded.find(({ name }) => name === column);
    if (model.id === 'k-anonymity' || (own !== undefined && column === person)) return [];
    if (own !== undefined && model.id === 'distinct-l-diversity') return [varied(own, settings.l)];
    if (own !== undefined && model.id === 'alpha-k-anonymity') {
      most = Math.max(most, settings.k);
      return [{ codes: own.codes, alpha: settings.alpha - shareSlack }];
    }
    if (own !== undefined && model.id === 't-closeness' && settings.distance !== 'hierarchical')
      return [near(own, settings)];
    throw new Failure('WRONG_USAGE', text.notPerGroup(model.title, settings.distance));
  });
  return { k: most, protect };
}

/** Cells without a value make no group more varied, whatever they read. */
function varied({ codes, values }: CodedColumn, l: number): ProtectedColumn {
  const missing = values.findIndex((value) => isMissing(value));
  if (missing === -1) return { codes, l };
  return { codes: codes.map((code) => (isMissing(values[code]!) ? missing : code)), l, missing };
}

function near(column: CodedColumn, { t, distance }: { t: number; distance?: string }): ProtectedColumn {
  const table = tableValues(column);
  const kept = Math.max(0, t - distanceSlack);
  if ((distance ?? (isOrdered(table) ? 'ordered' : 'equal')) === 'equal') return { codes: column.codes, t: kept };
  const { rank } = ranks(table);
  return { codes: column.codes.map((code) => rank[code]!), t: kept, ordered: true };
}
