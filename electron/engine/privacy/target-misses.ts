import type { ModelVerdict } from '#shared/certificate/certificate.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { onlyK } from '#shared/domain/recipe-target.ts';
import { findPrivacyModel } from '#shared/privacy-models/index.ts';
import { releaseText } from '#shared/text/engine/release.ts';

/** A model of the target that does not hold, or that no column is there for. */
export interface TargetMiss {
  reason: 'not-held' | 'no-column';
  sentence: string;
}

/**
 * What a target asks for that the rows do not hold, one entry per model and column. A model of sensitive columns needs
 * one: a target that nothing could miss would be taken for protection. A target of k-anonymity alone misses nothing
 * here: it is judged with the release's size, and binds releases that are to be anonymised.
 */
export function targetMisses({ target }: Recipe, verdicts: readonly ModelVerdict[]): TargetMiss[] {
  if (onlyK(target) !== null) return [];
  return target.models.flatMap(({ model: id }): TargetMiss[] => {
    const model = findPrivacyModel(id);
    if (model === undefined) return [];
    const own = verdicts.filter((verdict) => verdict.model === id);
    if (own.length === 0) return [{ reason: 'no-column', sentence: releaseText.target.noColumn(model.title) }];
    return own
      .filter(({ met }) => !met)
      .map(({ detail }) => ({ reason: 'not-held', sentence: releaseText.target.missed(model.title, detail) }));
  });
}
