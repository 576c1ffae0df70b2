import { Button } from '@mantine/core';
import { BookOpenCheck } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { guardFinding } from '#shared/domain/guardrail.ts';
import { readFailure } from '#renderer/client/failure.ts';
import { useRecipe } from '#renderer/client/queries.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { Item, titleOf } from './checklist.tsx';
import { FixAll, FixButton } from './fix-button.tsx';
import { OverrideButton } from './override-button.tsx';
import { forgetOutcome } from './release-outcome.ts';
import styles from './release.module.css';
import { SettleButton } from './settle-button.tsx';
import { useTitleFocus } from '#renderer/design/use-title-focus.ts';

/** How a Run ended that wrote nothing: what stood against it, what became of a file of that name, and what to do. */
export function RefusedPage({
  dataset,
  error,
  fileName,
  entry,
}: {
  dataset: DatasetSummary;
  error: unknown;
  fileName: string;
  entry: number | null;
}) {
  useTitleFocus(fileName);
  const { data: recipe } = useRecipe(dataset.id);
  const { detail, findings } = readFailure(error);
  const blocking = findings
    .flatMap((finding) => guardFinding.safeParse(finding).data ?? [])
    .filter(({ verdict, overridden }) => verdict === 'block' && overridden === undefined);
  return (
    <Screen
      title={text.refused.title(fileName)}
      of={dataset.name}
      actions={
        <>
          {recipe && <FixAll datasetId={dataset.id} recipe={recipe} findings={blocking} />}
          <Button onClick={() => forgetOutcome(dataset.id)}>{text.done.back}</Button>
          <Button variant="filled" onClick={() => goTo('recipe')}>
            {text.change}
          </Button>
        </>
      }
    >
      <Notice tone="block">{text.refused.former}</Notice>
      <Section title={text.refused.why}>
        {blocking.length === 0 ? (
          <p className={styles.sentence}>{detail}</p>
        ) : (
          <ul className={styles.list}>
            {blocking.map((finding) => {
              const { id, verdict, message, fix } = finding;
              return (
                <Item key={id} verdict={verdict} title={titleOf(id)} sentence={message} fix={fix}>
                  {recipe && <FixButton finding={finding} datasetId={dataset.id} recipe={recipe} />}
                  <SettleButton finding={finding} datasetId={dataset.id} purpose={recipe?.purpose ?? ''} />
                  {recipe && <OverrideButton block={finding} datasetId={dataset.id} recipe={recipe} />}
                </Item>
              );
            })}
          </ul>
        )}
      </Section>
      {entry !== null && (
        <Button leftSection={<BookOpenCheck size={14} aria-hidden="true" />} onClick={() => goToEntry(entry)}>
          {text.done.entry(entry)}
        </Button>
      )}
    </Screen>
  );
}
