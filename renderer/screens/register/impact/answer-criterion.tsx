import { Button, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import type { Screened, ScreeningAnswer } from '#shared/register/impact/screen.ts';
import type { HighRiskCriterion, RequiredCase } from '#shared/register/vocabulary/impact-assessment.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';
import { changeDraft } from './change-draft.ts';
import styles from './impact.module.css';

const text = impactWindowText.decide;

/** What is answered: a case of the law, or one of the nine criteria. */
export type Asked = { of: 'cases'; id: RequiredCase } | { of: 'criteria'; id: HighRiskCriterion };

type Body = RecordBody<'screening'>;
type Cases = Extract<NonNullable<Body['cases']>, { state: 'stated' }>;
type Criteria = Extract<NonNullable<Body['criteria']>, { state: 'stated' }>;

/** The screening with this answer as a person's word; `unknown`: what data and register show holds again. */
function answered(body: Body, asked: Asked, answer: ScreeningAnswer, reason: string, by: string): Body {
  const origin = { from: 'person' as const, by, at: new Date().toISOString() };
  const said = { answer, ...(reason === '' ? {} : { evidence: reason }) };
  const id = crypto.randomUUID();
  if (asked.of === 'cases') {
    const items: Cases['items'] = body.cases?.state === 'stated' ? body.cases.items : [];
    const others = items.filter(({ value }) => value.case !== asked.id);
    return {
      ...body,
      cases: { state: 'stated', items: [...others, { id, value: { case: asked.id, ...said }, origin }] },
    };
  }
  const items: Criteria['items'] = body.criteria?.state === 'stated' ? body.criteria.items : [];
  const others = items.filter(({ value }) => value.criterion !== asked.id);
  return {
    ...body,
    criteria: { state: 'stated', items: [...others, { id, value: { criterion: asked.id, ...said }, origin }] },
  };
}

/** Whether a case or criterion holds, asked for in its place: a person's answer with its reason goes before the data. */
export function AnswerCriterion({
  activity,
  asked,
  one,
  name,
  operator,
  onClose,
}: {
  activity: string;
  asked: Asked;
  one: Screened<string>;
  name: string;
  operator: string;
  onClose(): void;
}) {
  const isOfPerson = one.by === 'people';
  const [answer, setAnswer] = useState<ScreeningAnswer | null>(isOfPerson ? one.answer : null);
  const [reason, setReason] = useState(one.said ?? '');
  const leaves = answer === 'unknown';
  const ready = answer !== null && (leaves || reason.trim() !== '');
  const keep = (): Promise<void> =>
    guarded(async () => {
      if (answer === null) return;
      const why = leaves ? '' : reason.trim();
      const ref = await changeDraft(activity, 'screening', (body) => answered(body, asked, answer, why, operator));
      if (ref !== null) notifyDone(leaves ? text.left(name, ref) : text.kept(name, ref));
      onClose();
    });
  return (
    <section className={styles.rate} aria-label={text.title(name)}>
      <Radio.Group
        label={text.title(name)}
        value={answer ?? ''}
        onChange={(value) => setAnswer(value as ScreeningAnswer)}
      >
        <div className={styles.radios}>
          <Radio value="yes" label={text.answers.yes} autoFocus />
          <Radio value="no" label={text.answers.no} />
          {isOfPerson && <Radio value="unknown" label={text.leave} />}
        </div>
      </Radio.Group>
      {!leaves && (
        <Textarea
          label={text.reason}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <div className={styles.chips}>
        <Button variant="filled" disabled={!ready} onClick={() => void keep()}>
          {text.keep}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
        {!ready && <span className={styles.soft}>{text.missing}</span>}
      </div>
    </section>
  );
}
