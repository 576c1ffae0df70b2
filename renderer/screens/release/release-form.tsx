import { Button, Checkbox } from '@mantine/core';
import { Play } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { lastRecipient } from '#shared/domain/last-recipient.ts';
import { formOfSource } from '#shared/domain/text-form.ts';
import { usePurposes, useReleases } from '#renderer/client/queries.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { askedForm, FormatFields, type FormatWish } from './format-fields.tsx';
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
  const [wish, setWish] = useState<FormatWish>({ format: 'csv', asItCame: false });
  const [keepOrder, setKeepOrder] = useState(false);
  const releases = useReleases().data ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const recipient = typed ?? lastRecipient(releases, recipe.purpose);
  const mixed = recipe.release === 'anonymised';
  const outcome = useReleaseOutcome(dataset.id, recipe);
  const busy = outcome?.kind === 'running';
  const overridden = useAskedOverrides(dataset.id, recipe, assessment.findings);
  const run = (): void =>
    void guarded(() =>
      runRelease(dataset, recipe, { ...askedForm(wish), keepOrder: keepOrder && !mixed, recipient, overridden }),
    );
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
        <FormatFields wish={wish} hasForm={formOfSource(dataset.options) !== null} onChange={setWish} />
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
