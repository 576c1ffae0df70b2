import { Button, Menu } from '@mantine/core';
import { BookText, CheckCheck, ChevronDown, RefreshCw, SkipForward } from 'lucide-react';
import { useState } from 'react';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { isOpenDoubt, openDoubts } from '#renderer/client/review.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { surenessOf } from '#shared/domain/confidence.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { importCodebook, rerun } from './look-again.ts';
import type { Review } from './use-review.ts';

type Open = ClassifiedDataset['columns'];

interface MenuProps {
  open: Open;
  readOnly: boolean;
  onAccept(columns: Open): void;
  /** Everything that is open, doubts and all. */
  onAcceptEvery(): void;
  onRerun(): void;
  onCodebook(): void;
}

/** Accept many at once, or look again. */
function ManyMenu({ open, readOnly, onAccept, onAcceptEvery, onRerun, onCodebook }: MenuProps) {
  const sure = open.filter(({ suggestion }) => !suggestion.needsReview);
  const certain = sure.filter(({ suggestion }) => surenessOf(suggestion.confidence) === 'certain');
  const likely = sure.filter(({ suggestion }) => surenessOf(suggestion.confidence) !== 'doubtful');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          disabled={readOnly}
          leftSection={<CheckCheck size={14} aria-hidden="true" />}
          rightSection={<ChevronDown size={13} aria-hidden="true" />}
        >
          {text.acceptAll}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={certain.length === 0} onClick={() => onAccept(certain)}>
          {text.acceptCertain(certain.length)}
        </Menu.Item>
        <Menu.Item disabled={likely.length === 0} onClick={() => onAccept(likely)}>
          {text.acceptLikely(likely.length)}
        </Menu.Item>
        <Menu.Item disabled={open.length === 0} onClick={onAcceptEvery}>
          {text.acceptEvery(open.length)}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<RefreshCw size={14} aria-hidden="true" />} onClick={onRerun}>
          {text.rerun}
        </Menu.Item>
        <Menu.Item leftSection={<BookText size={14} aria-hidden="true" />} onClick={onCodebook}>
          {text.codebook}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

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
  const doubts = openDoubts(classification);
  const accept = async (columns: Open): Promise<void> => {
    await review.decide(columns.map(({ suggestion }) => ({ column: suggestion.name, action: 'accept' as const })));
    notifyDone(text.accepted(columns.length));
  };
  const acceptEvery = (): void => (open.some(isOpenDoubt) ? setAsking(true) : void accept(open));
  useScreenCommand({ id: 'classify.nextDoubt', label: text.nextDoubt, run: review.nextDoubt });
  useScreenCommand(
    review.readOnly || open.length === 0
      ? null
      : { id: 'classify.acceptAll', label: text.acceptEveryCommand, run: acceptEvery },
  );
  useScreenCommand(
    review.readOnly ? null : { id: 'classify.rerun', label: text.rerun, run: () => void rerun(dataset) },
  );
  return (
    <>
      <ManyMenu
        open={open}
        readOnly={review.readOnly}
        onAccept={(columns) => void accept(columns)}
        onAcceptEvery={acceptEvery}
        onRerun={() => void rerun(dataset)}
        onCodebook={() => void importCodebook(dataset)}
      />
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
