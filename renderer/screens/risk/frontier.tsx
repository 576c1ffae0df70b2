import { Button, Slider } from '@mantine/core';
import { useState } from 'react';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { withK } from '#shared/domain/recipe-target.ts';
import type { RiskFrontier } from '#shared/domain/risk-frontier.ts';
import { keptText } from '#shared/text/kept.ts';
import { frontierText as text } from '#shared/text/window/frontier.ts';
import { FrontierChart } from '#renderer/charts/frontier-chart.tsx';
import { Section } from '#renderer/design/section.tsx';
import styles from './risk.module.css';

/** Columns named as what dropping one would gain. */
const named = 5;

/** What a larger k costs, as a curve with a point that is drawn along it, and what dropping one column would gain. */
export function Frontier({
  frontier,
  recipe,
  onUse,
}: {
  frontier: RiskFrontier;
  recipe: Recipe;
  /** Null where nothing may be changed. */
  onUse: ((recipe: Recipe, k: number) => void) | null;
}) {
  const { points, rows, limit, k: now, without, finer } = frontier;
  const [k, setK] = useState(now);
  const outAt = (at: number): number => points.find((point) => point.k === at)?.out ?? 0;
  const last = points.at(-1)?.k ?? now;
  return (
    <Section title={text.title}>
      <p className={styles.soft}>{text.why}</p>
      <FrontierChart frontier={frontier} k={k} />
      <Slider
        aria-label={text.slider}
        thumbLabel={text.slider}
        min={2}
        max={last}
        step={1}
        value={Math.min(last, Math.max(2, k))}
        label={(value) => text.name(value)}
        onChange={setK}
      />
      <p className={styles.frontierLine} aria-live="polite">
        {text.at(k, outAt(k), rows, limit)}{' '}
        {k !== now && (
          <Button
            size="xs"
            disabled={onUse === null}
            onClick={() => onUse?.({ ...recipe, target: withK(recipe.target, k) }, k)}
          >
            {text.set(k)}
          </Button>
        )}
      </p>
      {without.length > 0 && (
        <>
          <h3 className={styles.chartTitle}>{text.without}</h3>
          <p className={styles.soft}>{text.withoutWhy(now)}</p>
          <ul className={styles.notes}>
            {without.slice(0, named).map(({ column, out }) => (
              <li key={column}>{text.withoutOne(column, out, outAt(now))}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className={styles.chartTitle}>{text.finer}</h3>
      <ul className={styles.notes}>
        {finer.slice(0, named).map((one) => (
          <li key={one.column}>{keptText.finer(one, frontier, outAt(now))}</li>
        ))}
        <li>{keptText.more(frontier)}</li>
      </ul>
    </Section>
  );
}
