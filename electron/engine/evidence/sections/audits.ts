import { packPlaces } from '#shared/evidence/pack-places.ts';
import { fairnessEntries } from '#shared/journal/entry-kinds/fairness.ts';
import { payloadFacts } from '#engine/journal/payload-facts.ts';
import { packedJson, type PackSection } from '../pack-section.ts';

/** Audits of selections by group (E6), a file each: formulas, columns, verdicts, and the entry that says so. */
export const auditsSection: PackSection = ({ entries, profile }) =>
  (profile === 'public' ? [] : entries)
    .filter(({ kind }) => kind === 'fairness.audited')
    .flatMap(({ seq, ts, actor, leaf_hash: leafHash, payload }) => {
      const { success, data } = fairnessEntries['fairness.audited'].safeParse(payloadFacts(payload));
      return success
        ? [packedJson(`${packPlaces.ethics}/audit-${seq}.json`, { entry: seq, leafHash, at: ts, by: actor, ...data })]
        : [];
    });
