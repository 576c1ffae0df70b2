import { Button, Select } from '@mantine/core';
import type { BreachShown } from '#shared/contract/breaches.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachesWindowText as text } from '#shared/text/window/breaches.ts';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { AffectedSection } from './affected-section.tsx';
import { ClockLine } from './clock-line.tsx';
import { DecisionSection } from './decision-section.tsx';
import { DraftsSection } from './drafts-section.tsx';
import { EndSection } from './end-section.tsx';
import { FactsSection } from './facts-section.tsx';
import { FactsShown } from './facts-shown.tsx';
import { AuthorityTold, Closing, PeopleTold, Phases } from './told-sections.tsx';
import { stateBreach } from './use-change.ts';
import styles from './breaches.module.css';

/** How far it has come, and what it can become. */
function State({ breach: { id, body, next }, fixed }: { breach: BreachShown; fixed: boolean }) {
  return (
    <div className={styles.form}>
      <Select
        label={text.state.label}
        allowDeselect={false}
        disabled={fixed || next.length === 0}
        data={[body.state, ...next].map((value) => ({ value, label: breachWords.states[value] }))}
        value={body.state}
        onChange={(value) => {
          const state = next.find((one) => one === value);
          if (state !== undefined) void stateBreach(id, { kind: 'state', state });
        }}
      />
    </div>
  );
}

/** One breach: its hours first, then whom it concerns, whom to tell, what to hand over, and what is known. */
export function BreachPage({ breach, readOnly }: { breach: BreachShown; readOnly: boolean }) {
  const { body, entries } = breach;
  const fixed = readOnly || body.closing !== null;
  const tellsAuthority = body.decision?.authority.tell === true;
  const tellsPeople = body.decision?.people.tell === true;
  return (
    <>
      <ClockLine breach={breach} />
      <AffectedSection breach={breach} fixed={fixed} />
      <DecisionSection breach={breach} fixed={fixed} />
      <DraftsSection breach={breach} readOnly={readOnly} />
      {tellsAuthority && <AuthorityTold breach={breach} fixed={fixed} />}
      {tellsPeople && <PeopleTold breach={breach} fixed={fixed} />}
      {fixed ? <FactsShown breach={breach} /> : <FactsSection breach={breach} />}
      <State breach={breach} fixed={fixed} />
      <Phases breach={breach} fixed={fixed} />
      <Closing breach={breach} fixed={fixed} />
      <EndSection breach={breach} readOnly={readOnly} />
      <Section title={text.entries}>
        <ul className={styles.entries}>
          {entries.map(({ seq }) => (
            <li key={seq}>
              <Button size="compact-xs" onClick={() => goToEntry(seq)}>
                #{seq}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
