import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FairnessGroup, Grouping } from '#shared/domain/fairness-audit.ts';
import { auditSettings } from '#shared/fairness/settings.ts';
import { calibrationRows, errorRows, hasTooSmall, overallRows, selectionRow } from '#shared/text/fairness-rows.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { fairnessScreenText as text } from '#shared/text/window/fairness.ts';
import styles from './fairness.module.css';

/** A table of numbers under its heads; nothing where it would be empty. */
function Numbers({ title, heads, rows }: { title: string; heads: readonly string[]; rows: readonly string[][] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              {heads.map((head, at) => (
                // Two heads are “95 %”: it is their place that tells them apart.
                <th key={`${at} ${head}`} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = '', ...cells]) => (
              <tr key={[name, ...cells].join('\u0000')}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={heads[at + 1] + String(at)}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Every other measure of a grouping, each with its interval and verdict, folded until somebody wants it. */
export function FurtherMeasures({
  grouping,
  groups,
  hasLabel,
  title,
}: {
  grouping: Grouping;
  groups: readonly FairnessGroup[];
  hasLabel: boolean;
  title: string;
}) {
  const [open, setOpen] = useState(false);
  const {
    overAll,
    overAllWithSmall,
    overJudged,
    noneJudged,
    selectionHeads,
    errorHeads,
    calibrationHeads,
    overallHeads,
  } = fairnessText;
  const { smallestGroup } = auditSettings;
  const hasSmall = hasTooSmall(grouping);
  return (
    <>
      <div className={styles.buttons}>
        <Button aria-expanded={open} aria-label={text.furtherOf(title)} onClick={() => setOpen(!open)}>
          {text.further}
        </Button>
      </div>
      {open && (
        <>
          <Numbers title={text.selection} heads={selectionHeads} rows={groups.map(selectionRow)} />
          {hasLabel && <Numbers title={text.mistakes} heads={errorHeads} rows={groups.flatMap(errorRows)} />}
          <Numbers
            title={text.calibration}
            heads={calibrationHeads}
            rows={groups.flatMap((group) => calibrationRows(group))}
          />
          <Numbers
            title={hasSmall ? overAllWithSmall : overAll}
            heads={overallHeads}
            rows={overallRows(grouping.overall)}
          />
          {hasSmall &&
            (grouping.overallJudged.length === 0 ? (
              <p className={styles.soft}>{noneJudged(smallestGroup)}</p>
            ) : (
              <Numbers
                title={overJudged(smallestGroup)}
                heads={overallHeads}
                rows={overallRows(grouping.overallJudged)}
              />
            ))}
          <p className={styles.soft}>{fairnessText.methods}</p>
        </>
      )}
    </>
  );
}
