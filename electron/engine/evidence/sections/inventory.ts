import { packPlaces } from '#shared/evidence/pack-places.ts';
import { packedJson, type PackedDataset, type PackSection } from '../pack-section.ts';

/** What each dataset of the workspace holds, by its columns: no value of anybody. */
export const inventorySection: PackSection = ({ datasets, profile }) =>
  (profile === 'public' ? [] : datasets).map((dataset) =>
    packedJson(`${packPlaces.inventory}/${dataset.summary.id}.json`, described(dataset)),
  );

function described({ summary, columns }: PackedDataset): object {
  const { id, name, fileName, sha256, rows, importedAt } = summary;
  return {
    id,
    name,
    source: { fileName, sha256, rows },
    importedAt,
    // `null` is no dataset without columns: what is kept of it cannot be read here.
    columns:
      columns?.map(({ effective, decision }) => ({
        name: effective.name,
        class: effective.class,
        category: effective.category,
        type: effective.type,
        flags: effective.flags,
        // Nobody has looked at a column without a decision: what it is held to be is a proposal.
        decision: decision === null ? null : { by: decision.actor, at: decision.at, action: decision.action },
      })) ?? null,
  };
}
