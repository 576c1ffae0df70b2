import { Button } from '@mantine/core';
import { Check, Circle, CircleDot, FileUp, FlaskConical } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { openDataset, trySample } from '#renderer/workspace/open-dataset.ts';
import { goTo, selectDataset } from '#renderer/state/ui-state.ts';
import { homeText as text } from '#shared/text/window/home.ts';
import { count, moment } from '#shared/text/numbers.ts';
import { DueList } from './due/due-list.tsx';
import { DueDifferences } from './due-differences.tsx';
import { NewSince } from './new-since.tsx';
import styles from './home.module.css';
import { InterruptedJobs } from './interrupted-jobs.tsx';
import { SinceLastVisit } from './since-last-visit.tsx';
import { useNextSteps } from './use-next-steps.ts';

/** The datasets of the workspace, each a way to it. */
function DatasetCards({ datasets }: { datasets: readonly DatasetSummary[] }) {
  if (datasets.length === 0) return null;
  return (
    <Section title={text.datasets}>
      <ul className={styles.cards}>
        {datasets.map((dataset) => (
          <li key={dataset.id}>
            <button
              type="button"
              className={styles.card}
              onClick={() => {
                selectDataset(dataset.id);
                goTo('datasets');
              }}
            >
              <strong>{dataset.name}</strong>
              <Facts
                items={[
                  { label: text.facts.rows, value: count(dataset.rows), numeric: true },
                  { label: text.facts.columns, value: count(dataset.columns.length), numeric: true },
                  { label: text.facts.imported, value: moment(dataset.importedAt), numeric: true },
                ]}
              />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** With a workspace open: the job as a list with its next step in front, and the datasets in it. */
export function WorkspaceHome({ workspace }: { workspace: WorkspaceSummary }) {
  const datasets = useDatasets().data ?? [];
  const steps = useNextSteps();
  const actions = (
    <>
      <Button
        disabled={workspace.readOnly}
        leftSection={<FlaskConical size={14} aria-hidden="true" />}
        onClick={() => void trySample()}
      >
        {text.sample}
      </Button>
      <Button
        variant={datasets.length === 0 ? 'filled' : 'default'}
        disabled={workspace.readOnly}
        leftSection={<FileUp size={14} aria-hidden="true" />}
        onClick={() => void openDataset()}
      >
        {text.open}
      </Button>
    </>
  );
  return (
    <Screen title={workspace.name} note={workspace.organisation || text.offline} actions={actions}>
      <div className={styles.workspace}>
        <InterruptedJobs />
        <DueList readOnly={workspace.readOnly} />
        <SinceLastVisit />
        <Section title={text.next}>
          <ol className={styles.steps}>
            {steps.map((step) => {
              const Mark = step.state === 'done' ? Check : step.state === 'next' ? CircleDot : Circle;
              return (
                <li key={step.id} className={styles.step} data-state={step.state}>
                  <Mark size={16} aria-hidden="true" />
                  <div>
                    <strong>{step.title}</strong>
                    <p className={styles.soft}>{step.why}</p>
                  </div>
                  {step.state === 'next' && (
                    <Button variant="filled" aria-label={`${text.goTo}: ${step.title}`} onClick={step.go}>
                      {text.goTo}
                    </Button>
                  )}
                </li>
              );
            })}
          </ol>
        </Section>
        <NewSince />
        <DueDifferences />
        <DatasetCards datasets={datasets} />
      </div>
    </Screen>
  );
}
