import { Button } from '@mantine/core';
import { ChartBarStacked } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import type { Segmentation } from '#shared/domain/segments.ts';
import { segmentsWindowText as text } from '#shared/text/window/segments.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { WorkScreen } from '#renderer/workspace/work-screen.tsx';
import { SegmentBars } from './segment-bars.tsx';
import { SegmentLoss } from './segment-loss.tsx';
import { SegmentsForm, type NamedPart, type SegmentWish } from './segments-form.tsx';
import styles from './segments.module.css';

/** A picture shows no fewer people than these in one place. */
const leastShown = 10;

const askedOf = (datasetId: string, { by, columns, k, small, epsilon }: SegmentWish) => ({
  datasetId,
  by,
  k,
  small,
  ...Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== null)),
  ...(epsilon === null ? {} : { epsilon }),
});

/** What the last run took where nobody had named a column. */
const foundBy = (made: Segmentation | null): Partial<Record<NamedPart, string>> =>
  Object.fromEntries(
    Object.entries(made?.columns ?? {}).flatMap(([part, column]) => (column === null ? [] : [[part, column.name]])),
  );

/** What was counted, and what a recipe loses of it. */
function Made({ made }: { made: Segmentation }) {
  const { output, registerEntry, noise, notes } = made;
  return (
    <>
      {output !== null && (
        <Notice
          tone="pass"
          action={
            registerEntry !== null && (
              <Button onClick={() => goToEntry(registerEntry)}>{text.entry(registerEntry)}</Button>
            )
          }
        >
          {text.written(output, noise?.epsilon ?? null)}
        </Notice>
      )}
      <Section title={text.groups(made.people, made.file)}>
        <SegmentBars made={made} />
      </Section>
      <SegmentLoss loss={made.loss} k={made.k} />
      <Section title={text.notes}>
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** The segments of one dataset: wish, counts, export. */
function SegmentsOf({
  dataset,
  recipe,
  readOnly,
}: {
  dataset: DatasetSummary;
  recipe: Recipe | null;
  readOnly: boolean;
}) {
  const least = Math.max(leastShown, recipe === null ? 0 : kOf(recipe));
  const [wish, setWish] = useState<SegmentWish>({
    by: 'rfm',
    columns: { person: null, recency: null, frequency: null, monetary: null },
    k: least,
    small: 'merge',
    epsilon: null,
  });
  const [made, setMade] = useState<Segmentation | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (outputGrantId?: string): Promise<Segmentation | null> => {
    setError(null);
    try {
      const asked = { ...askedOf(dataset.id, { ...wish, k: Math.max(least, wish.k) }) };
      const done = await runJob(text.job(dataset.name), () =>
        engine.segments.ofDataset({ ...asked, ...(outputGrantId === undefined ? {} : { outputGrantId }) }),
      );
      if (done !== null) setMade(done);
      return done;
    } catch (failure) {
      setError(failure);
      return null;
    }
  };
  const save = async (): Promise<void> => {
    const grant = await window.custos.requestSave({ kind: 'segments', suggestedName: text.file });
    if (!grant) return;
    const done = await run(grant.grantId);
    if (done === null) return;
    notifyDone(text.exported(done.output ?? grant.fileName));
    await refresh(keys.register, keys.verification);
  };
  return (
    <Screen
      title={text.title}
      of={dataset.name}
      note={text.note}
      actions={
        made !== null && (
          <Button disabled={readOnly} onClick={() => void save()}>
            {text.exporting}
          </Button>
        )
      }
    >
      <SegmentsForm
        wish={wish}
        set={(part) => setWish((now) => ({ ...now, ...part }))}
        columns={dataset.columns.map(({ name }) => name)}
        found={foundBy(made)}
        least={least}
        onSegment={() => void run()}
      />
      {error !== null && <FailureNotice error={error} />}
      {made !== null && <Made made={made} />}
    </Screen>
  );
}

/** Which customers are alike, how many are they, and what does the recipe lose of it? */
export function SegmentsScreen() {
  return (
    <WorkScreen title={text.title} icon={ChartBarStacked} empty={text.empty}>
      {({ workspace, dataset, recipe }) => (
        <SegmentsOf key={dataset.id} dataset={dataset} recipe={recipe} readOnly={workspace.readOnly} />
      )}
    </WorkScreen>
  );
}
