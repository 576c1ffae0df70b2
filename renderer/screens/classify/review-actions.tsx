import { Button, Menu } from '@mantine/core';
import { BookText, CheckCheck, ChevronDown, RefreshCw, SkipForward } from 'lucide-react';
import { useState } from 'react';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { isOpenDoubt, openDoubts } from '#renderer/client/review.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { surenessOf } from '#shared/domain/confidence.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { Review } from './use-review.ts';

/** Accept many above a confidence, go to the next doubt, classify again. */
export function ReviewActions({
  dataset,
  classification,
  review,
}: {
  dataset: DatasetSummary;
  classification: ClassifiedDataset;
  review: Review;
}) {
  const [asking, setAsking] = useState(false);
  const open = classification.columns.filter(({ decision }) => decision === null);
  const certain = open.filter(
    ({ suggestion }) => !suggestion.needsReview && surenessOf(suggestion.confidence) === 'certain',
  );
  const likely = open.filter(
    ({ suggestion }) => !suggestion.needsReview && surenessOf(suggestion.confidence) !== 'doubtful',
  );
  const doubts = openDoubts(classification);
  const accept = async (columns: typeof open): Promise<void> => {
    await review.decide(columns.map(({ suggestion }) => ({ column: suggestion.name, action: 'accept' as const })));
    notifyDone(text.accepted(columns.length));
  };
  const acceptEvery = (): void => (open.some(isOpenDoubt) ? setAsking(true) : void accept(open));
  const rerun = (): Promise<void> =>
    guarded(async () => {
      const answer = await runJob(text.rerunning(dataset.name), () => engine.classify.run({ datasetId: dataset.id }));
      if (answer) queryClient.setQueryData(keys.classification(dataset.id), answer);
      await refresh(keys.assessment(dataset.id), keys.register, keys.verification);
    });
  const importCodebook = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestOpen({ kind: 'codebook' });
      if (!grant) return;
      const { fileName, variables, matched } = await engine.classify.importCodebook({
        datasetId: dataset.id,
        grantId: grant.grantId,
      });
      notifyDone(text.codebookRead(fileName, matched, variables));
      await rerun();
    });
  useScreenCommand({ id: 'classify.nextDoubt', label: text.nextDoubt, run: review.nextDoubt });
  useScreenCommand(
    review.readOnly || open.length === 0
      ? null
      : { id: 'classify.acceptAll', label: text.acceptEveryCommand, run: acceptEvery },
  );
  useScreenCommand(review.readOnly ? null : { id: 'classify.rerun', label: text.rerun, run: () => void rerun() });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            disabled={review.readOnly}
            leftSection={<CheckCheck size={14} aria-hidden="true" />}
            rightSection={<ChevronDown size={13} aria-hidden="true" />}
          >
            {text.acceptAll}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={certain.length === 0} onClick={() => void accept(certain)}>
            {text.acceptCertain(certain.length)}
          </Menu.Item>
          <Menu.Item disabled={likely.length === 0} onClick={() => void accept(likely)}>
            {text.acceptLikely(likely.length)}
          </Menu.Item>
          <Menu.Item disabled={open.length === 0} onClick={acceptEvery}>
            {text.acceptEvery(open.length)}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<RefreshCw size={14} aria-hidden="true" />} onClick={() => void rerun()}>
            {text.rerun}
          </Menu.Item>
          <Menu.Item leftSection={<BookText size={14} aria-hidden="true" />} onClick={() => void importCodebook()}>
            {text.codebook}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant={doubts > 0 ? 'filled' : 'default'}
        disabled={doubts === 0}
        rightSection={<SkipForward size={14} aria-hidden="true" />}
        onClick={review.nextDoubt}
      >
        {text.nextDoubt}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={text.acceptEveryTitle}
        confirm={text.acceptEvery(open.length)}
        onClose={() => setAsking(false)}
        onConfirm={() => accept(open)}
      >
        {text.acceptEverySentence(doubts)}
      </ConfirmDialog>
    </>
  );
}
