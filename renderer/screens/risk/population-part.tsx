import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { ComparedRisk } from '#shared/contract/risk.ts';
import type { PopulationUniqueness, RiskCheck } from '#shared/domain/risk-check.ts';
import { riskText } from '#shared/text/window/risk.ts';
import { Section } from '#renderer/design/section.tsx';
import styles from './risk.module.css';

const text = riskText.population;

const lines: { name: string; of(population: PopulationUniqueness, check: RiskCheck): string }[] = [
  { name: text.rule, of: (population) => text.chosen(population) },
  { name: text.zayatz, of: ({ zayatz }) => text.estimate(zayatz) },
  { name: text.pitman, of: ({ pitman }) => text.estimate(pitman) },
  { name: text.snb, of: ({ snb }) => text.estimate(snb) },
  { name: text.expected, of: (_, { individual }) => text.estimate(individual?.expected ?? null) },
];

const cell = (check: RiskCheck | null, of: (typeof lines)[number]['of']): string =>
  check === null || check.population === null ? riskText.notMeasured : of(check.population, check);

/** How many people are alone in the population that the dataset was drawn from, once somebody says how large it is. */
export function PopulationPart({
  result: { before, after },
  population,
  busy,
  onMeasure,
}: {
  result: ComparedRisk;
  population: number | null;
  busy: boolean;
  onMeasure(population: number | null): void;
}) {
  const [typed, setTyped] = useState<number | ''>(population ?? '');
  const measured = before.population;
  return (
    <Section title={text.title}>
      {measured === null ? (
        <p className={styles.soft}>{text.unknown}</p>
      ) : (
        <>
          <p className={styles.soft}>{text.drawn(measured.size, measured.fraction)}</p>
          <table className={styles.bars}>
            <thead>
              <tr>
                {text.columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ name, of }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{cell(before, of)}</td>
                  <td>{cell(after, of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          onMeasure(typed === '' ? null : typed);
        }}
      >
        <NumberInput
          label={text.field}
          value={typed}
          onChange={(value) => setTyped(typeof value === 'number' ? value : '')}
          min={1}
          max={20_000_000_000}
          allowDecimal={false}
          thousandSeparator=","
          hideControls
          w={240}
        />
        <Button type="submit" disabled={busy}>
          {riskText.measure}
        </Button>
      </form>
    </Section>
  );
}
