import { Tags } from 'lucide-react';
import { useClassification, useDataset } from '#renderer/client/queries.ts';
import { WorkScreen } from '#renderer/workspace/work-screen.tsx';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { Review } from './review.tsx';

/** The review of every column of the dataset in hand. */
export function ClassifyScreen() {
  const chosen = useDataset();
  const classification = useClassification(chosen?.id ?? null);
  return (
    <WorkScreen title={text.title} icon={Tags} empty={text.empty} also={chosen ? [classification] : []}>
      {({ dataset, workspace }) =>
        classification.data && (
          <Review key={dataset.id} dataset={dataset} classification={classification.data} workspace={workspace} />
        )
      }
    </WorkScreen>
  );
}
