import type { ReactNode } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { forgetRelated, useRelatedOutcome } from './related-outcome.ts';
import { RelatedPanel } from './related-panel.tsx';
import { RelatedResult } from './related-result.tsx';

/** The tables that are being chosen, or how writing them ended. @param inTabs puts what is chosen beside the other tabs */
export function RelatedWork({
  dataset,
  readOnly,
  inTabs,
}: {
  dataset: DatasetSummary;
  readOnly: boolean;
  inTabs(panel: ReactNode): ReactNode;
}) {
  const outcome = useRelatedOutcome(dataset.id);
  if (outcome?.kind === 'written')
    return (
      <RelatedResult
        dataset={dataset}
        made={outcome.result}
        grantId={outcome.grantId}
        folder={outcome.folder}
        onBack={() => forgetRelated(dataset.id)}
      />
    );
  return inTabs(<RelatedPanel key={dataset.id} dataset={dataset} readOnly={readOnly} />);
}
