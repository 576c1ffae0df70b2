import { Progress, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { decidedColumns } from '#renderer/client/review.ts';
import { useStanding } from '#renderer/client/use-standing.ts';
import { Screen } from '#renderer/design/screen.tsx';
import tabs from '#renderer/design/tabs.module.css';
import { shownClass } from '#shared/domain/shown-class.ts';
import { figuresText } from '#shared/text/figures.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { groupText } from '#shared/text/window/classify-groups.ts';
import { count } from '#shared/text/numbers.ts';
import styles from './classify.module.css';
import { ColumnReview } from './column-review.tsx';
import { decisionsLeft } from './group-columns.ts';
import { InventoryTab } from './inventory-tab.tsx';
import { PolicySwitch } from '#renderer/workspace/policy-switch.tsx';
import { ReviewActions } from './review-actions.tsx';
import { SinceLastImport } from './since-last-import.tsx';
import { SinglingOutTab } from './singling-out-tab.tsx';
import { useReview, type Review as Columns } from './use-review.ts';

/** How many stand alone: the strip's own measure, so that one screen never tells two counts. */
function AloneBanner({ dataset, onMore }: { dataset: DatasetSummary; onMore(): void }) {
  const { assessment, hasRecipe } = useStanding(dataset);
  if (assessment === null || assessment.uniqueRows === 0) return null;
  return (
    <p className={styles.worst} role="note">
      <strong>
        {text.singlingOut.headline(
          assessment.uniqueRows,
          assessment.rowsOut,
          figuresText.overFew(assessment.counted),
          hasRecipe,
        )}
      </strong>{' '}
      <button type="button" className={styles.link} onClick={onMore}>
        {text.singlingOut.more}
      </button>
    </p>
  );
}

/** How many columns have been decided. */
function Progressed({ classification, review }: { classification: ClassifiedDataset; review: Columns }) {
  const decided = decidedColumns(classification);
  const all = classification.columns.length;
  return (
    <div className={styles.progress}>
      <Progress.Root size={6} w={140}>
        <Progress.Section
          value={all === 0 ? 100 : (decided / all) * 100}
          withAria={false}
          role="progressbar"
          aria-label={text.progressLabel}
          aria-valuemin={0}
          aria-valuemax={all}
          aria-valuenow={decided}
          aria-valuetext={text.progress(decided, all)}
        />
      </Progress.Root>
      <span aria-live="polite">{text.progress(decided, all)}</span>
      {review.order === 'groups' && decided < all && (
        <span className={styles.left}>{groupText.left(decisionsLeft(review.parts, classification.columns))}</span>
      )}
    </div>
  );
}

/** The review: progress and bulk actions above, then columns, singling out, tracking inventory. */
export function Review({
  dataset,
  classification,
  workspace,
}: {
  dataset: DatasetSummary;
  classification: ClassifiedDataset;
  workspace: WorkspaceSummary;
}) {
  const [tab, setTab] = useState('columns');
  const review = useReview(classification, workspace.readOnly);
  const online = classification.columns.filter(({ effective }) => shownClass(effective) === 'online').length;
  return (
    <Screen
      title={text.title}
      of={dataset.name}
      fill
      note={<Progressed classification={classification} review={review} />}
      actions={<ReviewActions dataset={dataset} classification={classification} review={review} />}
    >
      {online > 0 && (
        <Notice action={<PolicySwitch workspace={workspace} />}>
          {workspace.policy === 'gdpr-strict' ? text.policy.noticeStrict : text.policy.notice(online)}
        </Notice>
      )}
      {classification.notes?.map((note) => (
        <Notice key={note}>{note}</Notice>
      ))}
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'columns')} keepMounted={false} className={tabs.tabs}>
        <Tabs.List className={tabs.list}>
          <Tabs.Tab value="columns" rightSection={<Pill>{count(classification.columns.length)}</Pill>}>
            {text.tabs.columns}
          </Tabs.Tab>
          <Tabs.Tab
            value="singling"
            rightSection={
              classification.singlingOut.length > 0 ? (
                <Pill tone="warn">{count(classification.singlingOut.length)}</Pill>
              ) : undefined
            }
          >
            {text.tabs.singling}
          </Tabs.Tab>
          <Tabs.Tab value="inventory" rightSection={<Pill>{count(classification.inventory.length)}</Pill>}>
            {text.tabs.inventory}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="columns" className={tabs.fill}>
          <AloneBanner dataset={dataset} onMore={() => setTab('singling')} />
          <SinceLastImport classification={classification} readOnly={workspace.readOnly} decide={review.decide} />
          <ColumnReview review={review} readOnly={workspace.readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="singling" className={tabs.panel} tabIndex={0}>
          <SinglingOutTab dataset={dataset} classification={classification} />
        </Tabs.Panel>
        <Tabs.Panel value="inventory" className={tabs.panel} tabIndex={0}>
          <InventoryTab
            dataset={dataset}
            readOnly={workspace.readOnly}
            items={classification.inventory}
            channel={classification.channel ?? dataset.channel}
          />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
