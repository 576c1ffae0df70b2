import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import type { BreachShown } from '#shared/contract/breaches.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachCellText } from '#shared/text/cases/breach-cells.ts';
import { count } from '#shared/text/numbers.ts';
import { breachesWindowText } from '#shared/text/window/breaches.ts';
import { engine } from '#renderer/client/connection.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { JobButton } from '#renderer/design/job-button.tsx';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { refreshBreaches } from './use-change.ts';
import styles from './breaches.module.css';

const text = breachesWindowText.affected;

/** What was counted, and what it means for Art. 34(3)(a). */
function Counted({ breach: { affected, protection } }: { breach: BreachShown }) {
  if (affected === null) return <p className={styles.soft}>{text.none}</p>;
  const countries = affected.countries.map(({ country, rows }) => `${country} ${count(rows)}`);
  return (
    <Facts
      items={[
        { label: text.people, value: breachWords.people(affected.people) },
        { label: text.minors, value: breachWords.minors(affected.minors, affected.unknownAge) },
        { label: text.records, value: count(affected.rows) },
        {
          label: text.special,
          value: affected.special.length === 0 ? text.noSpecial : breachCellText.flags(affected.special),
        },
        { label: text.countries, value: countries.length === 0 ? null : text.country(countries) },
        { label: text.identifiers, value: breachWords.identifiers[affected.identifiers] },
        { label: text.protection, value: breachWords.protection[protection.because] },
      ]}
    />
  );
}

/** Whom a breach concerns: chosen datasets and released files, counted by the engine. */
export function AffectedSection({ breach, fixed }: { breach: BreachShown; fixed: boolean }) {
  const parts = breach.body.scope?.parts ?? [];
  // Of several tables that were released together each is a part.
  const chosen = (kind: 'dataset' | 'release'): string[] => [
    ...new Set(parts.filter((one) => one.kind === kind).map(({ id }) => id)),
  ];
  const [datasets, setDatasets] = useState(() => chosen('dataset'));
  const [releases, setReleases] = useState(() => chosen('release'));
  const { ref } = breach.body;
  const reckon = (): Promise<void> =>
    guarded(async () => {
      await runJob(text.job(ref), () => engine.breaches.affected({ breach: breach.id, datasets, releases }));
      await refreshBreaches();
    });
  return (
    <Section title={text.title}>
      <Counted breach={breach} />
      {!fixed && (
        <div className={styles.form}>
          <MultiSelect
            label={text.choose}
            searchable
            classNames={{ input: styles.pills! }}
            data={breach.datasets.map(({ id, name }) => ({ value: id, label: name }))}
            value={datasets}
            onChange={setDatasets}
          />
          {breach.releases.length > 0 && (
            <MultiSelect
              label={text.releases}
              searchable
              classNames={{ input: styles.pills! }}
              data={breach.releases.map(({ id, name, to, on }) => ({
                value: id,
                label: text.release(name, to, on.slice(0, 10)),
              }))}
              value={releases}
              onChange={setReleases}
            />
          )}
          <div className={styles.buttons}>
            <JobButton
              job={text.job(ref)}
              disabled={datasets.length + releases.length === 0}
              onClick={() => void reckon()}
            >
              {text.count}
            </JobButton>
          </div>
        </div>
      )}
    </Section>
  );
}
