import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import type { ImpactRisk } from '#shared/register/impact/risks.ts';
import { riskLevels } from '#shared/register/vocabulary/impact-assessment.ts';
import { riskLevelWords } from '#shared/text/register/options.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';
import { changeDraft } from './change-draft.ts';
import styles from './impact.module.css';

const text = impactWindowText.rate;
type Level = (typeof riskLevels)[number];
type Risks = Extract<NonNullable<RecordBody<'assessment'>['risks']>, { state: 'stated' }>;
type Risk = Risks['items'][number]['value'];

interface Rated {
  effect: string;
  severity: Level | '';
  likelihood: Level | '';
  residualSeverity: Level | '';
  residualLikelihood: Level | '';
  acceptedBy: string;
}
const nothing: Rated = {
  effect: '',
  severity: '',
  likelihood: '',
  residualSeverity: '',
  residualLikelihood: '',
  acceptedBy: '',
};

/** What is said of the risk, as the assessment keeps it; null while what must be said is missing. */
function riskOf({ event, arises, source }: ImpactRisk, rated: Rated): Risk | null {
  const { effect, severity, likelihood, residualSeverity, residualLikelihood, acceptedBy } = rated;
  if (effect.trim() === '' || severity === '' || likelihood === '') return null;
  return {
    event,
    arises,
    impact: effect.trim(),
    severity,
    likelihood,
    ...(source === '' ? {} : { from: source.slice(0, 500) }),
    ...(residualSeverity === '' ? {} : { residualSeverity }),
    ...(residualLikelihood === '' ? {} : { residualLikelihood }),
    ...(acceptedBy.trim() === '' ? {} : { acceptedBy: acceptedBy.trim() }),
  };
}

/** Adds a risk to the draft of the assessment. */
async function keep(activity: string, risk: Risk, by: string): Promise<void> {
  const ref = await changeDraft(activity, 'assessment', (body) => {
    const items = body.risks?.state === 'stated' ? body.risks.items : [];
    const origin = { from: 'person' as const, by, at: new Date().toISOString() };
    const risks: Risks = { state: 'stated', items: [...items, { id: crypto.randomUUID(), value: risk, origin }] };
    return { ...body, risks };
  });
  if (ref !== null) notifyDone(text.kept(impactText.event(risk.event), ref));
}

/** How grave and how likely a risk is, asked for in its place: before what stands against it, and after. */
export function RateRisk({
  activity,
  risk,
  operator,
  onClose,
}: {
  activity: string;
  risk: ImpactRisk;
  operator: string;
  onClose(): void;
}) {
  const [rated, setRated] = useState(nothing);
  const made = riskOf(risk, rated);
  const level = (label: string, field: 'severity' | 'likelihood' | 'residualSeverity' | 'residualLikelihood') => (
    <NativeSelect
      label={label}
      value={rated[field]}
      onChange={({ currentTarget }) => setRated({ ...rated, [field]: currentTarget.value as Level | '' })}
      data={[
        { value: '', label: text.choose },
        ...riskLevels.map((one) => ({ value: one, label: riskLevelWords[one] })),
      ]}
    />
  );
  return (
    <section className={styles.rate} aria-label={text.title(impactText.event(risk.event))}>
      <Textarea
        label={text.effect}
        required
        autosize
        minRows={2}
        autoFocus
        value={rated.effect}
        onChange={({ currentTarget }) => setRated({ ...rated, effect: currentTarget.value })}
      />
      <div className={styles.levels}>
        {level(text.severity, 'severity')}
        {level(text.likelihood, 'likelihood')}
        {level(text.residualSeverity, 'residualSeverity')}
        {level(text.residualLikelihood, 'residualLikelihood')}
        <TextInput
          label={text.acceptedBy}
          value={rated.acceptedBy}
          onChange={({ currentTarget }) => setRated({ ...rated, acceptedBy: currentTarget.value })}
        />
      </div>
      <div className={styles.chips}>
        <Button
          variant="filled"
          disabled={made === null}
          onClick={() =>
            void guarded(async () => {
              if (made === null) return;
              await keep(activity, made, operator);
              onClose();
            })
          }
        >
          {text.keep}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
        {made === null && <span className={styles.soft}>{text.missing}</span>}
      </div>
    </section>
  );
}
