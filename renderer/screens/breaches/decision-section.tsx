import { Button, Radio, Select, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { BreachShown } from '#shared/contract/breaches.ts';
import { untoldGrounds } from '#shared/domain/breach.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { moment } from '#shared/text/numbers.ts';
import { breachesWindowText } from '#shared/text/window/breaches.ts';
import { Section } from '#renderer/design/section.tsx';
import { Said } from './said.tsx';
import { stateBreach } from './use-change.ts';
import styles from './breaches.module.css';

const text = breachesWindowText.decision;
const risks = ['none', 'risk', 'high'] as const;

interface Wish {
  tell: boolean | null;
  reason: string;
}

/** Tell, or do not, because: nothing is chosen for the person. */
function Whether({ label, wish, set }: { label: string; wish: Wish; set(wish: Wish): void }) {
  return (
    <>
      <Radio.Group
        label={label}
        required
        value={wish.tell === null ? null : String(wish.tell)}
        onChange={(value) => set({ ...wish, tell: value === 'true' })}
      >
        <div className={styles.buttons}>
          <Radio value="true" label={text.tell} />
          <Radio value="false" label={text.not} />
        </div>
      </Radio.Group>
      <Textarea
        label={`${label}: ${text.reason}`}
        required
        autosize
        minRows={1}
        maxLength={2000}
        value={wish.reason}
        onChange={({ currentTarget }) => set({ ...wish, reason: currentTarget.value })}
      />
    </>
  );
}

/** What was decided, where nobody decides it anew. */
function Decided({ decision }: { decision: NonNullable<BreachShown['body']['decision']> }) {
  const { risk, authority, people } = decision;
  return (
    <Said
      items={[
        [text.risk, breachWords.risks[risk]],
        [text.authority, text.told(authority.tell, authority.reason)],
        [text.people, text.told(people.tell, people.reason)],
        [text.ground, people.ground === null ? null : breachWords.grounds[people.ground]],
      ]}
    />
  );
}

/** Whom to tell, each with reasons; whether it holds together, the engine says. */
export function DecisionSection({ breach, fixed }: { breach: BreachShown; fixed: boolean }) {
  const { decision } = breach.body;
  if (!fixed) return <DecisionForm breach={breach} />;
  return (
    <Section title={text.title}>
      {decision === null ? (
        <p className={styles.soft}>{text.undecided}</p>
      ) : (
        <>
          <p className={styles.soft}>{text.decided(decision.by, moment(decision.at))}</p>
          <Decided decision={decision} />
        </>
      )}
    </Section>
  );
}

function DecisionForm({ breach }: { breach: BreachShown }) {
  const { decision } = breach.body;
  const [risk, setRisk] = useState<string | null>(decision?.risk ?? null);
  const [authority, setAuthority] = useState<Wish>(decision?.authority ?? { tell: null, reason: '' });
  const [people, setPeople] = useState<Wish>(decision?.people ?? { tell: null, reason: '' });
  const [ground, setGround] = useState<string | null>(decision?.people.ground ?? null);
  const chosen = risks.find((one) => one === risk);
  const isWhole =
    chosen !== undefined &&
    [authority, people].every(({ tell, reason }) => tell !== null && reason.trim() !== '') &&
    (people.tell === true || ground !== null);
  const decide = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === undefined || authority.tell === null || people.tell === null) return;
    const why = people.tell ? null : (untoldGrounds.find((one) => one === ground) ?? null);
    void stateBreach(breach.id, {
      kind: 'decide',
      decision: {
        risk: chosen,
        authority: { tell: authority.tell, reason: authority.reason },
        people: { tell: people.tell, reason: people.reason, ground: why },
      },
    });
  };
  return (
    <Section title={text.title}>
      {decision !== null && <p className={styles.soft}>{text.decided(decision.by, moment(decision.at))}</p>}
      <form className={styles.form} aria-label={text.title} onSubmit={decide}>
        <Select
          label={text.risk}
          required
          data={risks.map((value) => ({ value, label: breachWords.risks[value] }))}
          value={risk}
          onChange={setRisk}
        />
        <Whether label={text.authority} wish={authority} set={setAuthority} />
        <Whether label={text.people} wish={people} set={setPeople} />
        {people.tell === false && (
          <Select
            label={text.ground}
            required
            data={untoldGrounds.map((value) => ({ value, label: breachWords.grounds[value] }))}
            value={ground}
            onChange={setGround}
          />
        )}
        <div className={styles.buttons}>
          <Button type="submit" disabled={!isWhole}>
            {text.decide}
          </Button>
        </div>
      </form>
    </Section>
  );
}
