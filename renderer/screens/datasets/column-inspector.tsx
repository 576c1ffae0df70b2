import { Button, Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { hidesValues } from '#shared/guardrails/hides-values.ts';
import columnStyles from '#renderer/column/column.module.css';
import { FindingSummary } from '#renderer/column/finding-panel.tsx';
import { ProfilePanel } from '#renderer/column/profile-panel.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { columnText as text } from '#shared/text/window/column.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './datasets.module.css';

interface Props {
  dataset: DatasetSummary;
  name: string;
  column: ClassifiedColumn | null;
  revealed: boolean;
  onReveal(show: boolean): Promise<void>;
}

/** A column of the grid explained: class, reveal switch, profile. */
export function ColumnInspector({ dataset, name, column, revealed, onReveal }: Props) {
  // Walking through the grid by keyboard must not ask for a profile at every step.
  const [settled] = useDebouncedValue(name, 150);
  return (
    <>
      <h2 className={columnStyles.name} title={name.slice(0, 500)}>
        {name.slice(0, 500)}
      </h2>
      {column && <FindingSummary column={column} />}
      {column && (
        <Button className={styles.classify} onClick={() => goTo('classify')}>
          {text.openClassify}
        </Button>
      )}
      {column && hidesValues(column.effective) && (
        <div className={styles.reveal}>
          <Switch
            label={text.revealColumn}
            description={text.revealHelp}
            checked={revealed}
            onChange={(event) => {
              const show = event.currentTarget.checked;
              void guarded(() => onReveal(show));
            }}
          />
        </div>
      )}
      <ProfilePanel
        datasetId={dataset.id}
        column={settled}
        masked={column !== null && hidesValues(column.effective) && !revealed}
      />
    </>
  );
}
