import { Button, Checkbox, Select } from '@mantine/core';
import { Play } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { lastRecipient } from '#shared/domain/last-recipient.ts';
import { outputFormats, type OutputFormat } from '#shared/domain/output-formats.ts';
import { usePurposes, useReleases } from '#renderer/client/queries.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { RecipientField } from './recipient-field.tsx';
import { writtenAs } from '#shared/domain/written-as.ts';
import { groupFacts, outsiderFacts } from './outsider-facts.ts';
import { useAskedOverrides } from './override-reasons.ts';
import styles from './release.module.css';
import { runRelease, useReleaseOutcome } from './release-outcome.ts';

/** Nothing would be written: Run is then not what stands out. */
const isBlocked = ({ findings }: Assessment, overridden: AskedOverrides): boolean =>
  findings.some(({ id, verdict }) => verdict === 'block' && !overridden.some(({ guardrail }) => guardrail === id));

/** To whom, format, order of rows, Run. */
export function ReleaseForm({
  dataset,
  recipe,
  assessment,
  readOnly,
}: {
  dataset: DatasetSummary;
  recipe: Recipe;
  assessment: Assessment;
  readOnly: boolean;
}) {
  const purposes = usePurposes();
  const [format, setFormat] = useState<OutputFormat>('csv');
  const [keepOrder, setKeepOrder] = useState(false);
  const releases = useReleases().data ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const recipient = typed ?? lastRecipient(releases, recipe.purpose);
  const mixed = recipe.release === 'anonymised';
  const outcome = useReleaseOutcome(dataset.id, recipe);
  const busy = outcome?.kind === 'running';
  const overridden = useAskedOverrides(dataset.id, recipe, assessment.findings);
  const run = (): void =>
    void guarded(() => runRelease(dataset, recipe, { format, keepOrder: keepOrder && !mixed, recipient, overridden }));
  const as = writtenAs(recipe);
  return (
    <Section title={text.title}>
      <div className={styles.form}>
        <Facts
          items={[
            {
              label: text.facts.purpose,
              value: purposes.data?.find(({ id }) => id === recipe.purpose)?.title ?? recipe.purpose,
            },
            { label: text.facts.kind, value: text.kinds[recipe.release] },
            { label: text.facts.label, value: text.label[assessment.label] },
            { label: text.facts.steps, value: text.steps(recipe.steps.filter(({ enabled }) => enabled).length) },
            ...groupFacts(as, assessment),
            ...outsiderFacts(as, assessment),
          ]}
        />
        <RecipientField value={recipient} onChange={setTyped} releases={releases} />
        <Select
          label={text.format}
          allowDeselect={false}
          value={format}
          onChange={(value) => setFormat(value ?? 'csv')}
          data={outputFormats.map(({ id, called }) => ({ value: id, label: called }))}
        />
        <Checkbox
          label={text.keepOrder}
          description={mixed ? text.orderMixed : text.keepOrderHelp}
          disabled={mixed}
          checked={keepOrder && !mixed}
          onChange={(event) => setKeepOrder(event.currentTarget.checked)}
        />
        {readOnly && <Notice>{text.readOnly}</Notice>}
        <Button
          variant={isBlocked(assessment, overridden) ? 'default' : 'filled'}
          leftSection={<Play size={15} aria-hidden="true" />}
          loading={busy}
          disabled={readOnly}
          onClick={run}
        >
          {text.run}
        </Button>
        {outcome?.kind === 'cancelled' && <Notice>{text.cancelled}</Notice>}
        {outcome?.kind === 'failed' && (
          <FailureNotice
            error={outcome.error}
            actions={<Button onClick={() => goTo('recipe')}>{text.change}</Button>}
          />
        )}
      </div>
    </Section>
  );
}
