import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { openDataset, trySample } from './open-dataset.ts';

/** What a screen says, and what can be done, while there is no dataset. */
export interface NoDatasetWords {
  title: string;
  sentence: string;
  open: string;
  sample: string;
}

/** A screen that waits for a dataset: what it is for, and two ways to begin unless nothing may be changed. */
export function NoDataset({
  title,
  icon,
  words,
  readOnly = false,
}: {
  title: string;
  icon: LucideIcon;
  words: NoDatasetWords;
  readOnly?: boolean;
}) {
  return (
    <Screen title={title}>
      <EmptyState
        icon={icon}
        title={words.title}
        actions={
          readOnly ? undefined : (
            <>
              <Button variant="filled" onClick={() => void openDataset()}>
                {words.open}
              </Button>
              <Button onClick={() => void trySample()}>{words.sample}</Button>
            </>
          )
        }
      >
        {words.sentence}
      </EmptyState>
    </Screen>
  );
}
