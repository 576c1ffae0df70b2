import { Button, MultiSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { DrawnSample } from '#shared/contract/quality.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { largestSample, sampleMarks, type SampleAudit as Audit, type SampleMark } from '#shared/domain/quality.ts';
import { count } from '#shared/text/numbers.ts';
import { qualityText } from '#shared/text/quality.ts';
import { qualityWindowText } from '#shared/text/window/quality.ts';
import { engine } from '#renderer/client/connection.ts';
import { afterQuality, showQuality } from '#renderer/client/quality.ts';
import { revealColumn } from '#renderer/column/reveal-column.ts';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './quality.module.css';

const text = qualityWindowText.sample;
const options = sampleMarks.map((mark) => ({ value: mark, label: qualityText.marks[mark] }));

/** What came of earlier samples: how many were wrong, and between which shares of all rows that is. */
function Earlier({ audits }: { audits: readonly Audit[] }) {
  if (audits.length === 0) return null;
  return (
    <ul className={styles.audits} aria-label={text.list}>
      {audits.toReversed().map(({ entry, at, drawn, seed, right, wrong, interval }) => (
        <li key={entry}>
          {text.of(at, drawn, seed)}{' '}
          {interval === null ? text.noneTold : qualityText.audited(wrong, right + wrong, interval.low, interval.high)}
        </li>
      ))}
    </ul>
  );
}

function Drawn({
  sample,
  marks,
  onMark,
}: {
  sample: DrawnSample;
  marks: ReadonlyMap<number, SampleMark>;
  onMark(row: number, mark: SampleMark): void;
}) {
  return (
    <div className={styles.drawn}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.row}</th>
            {sample.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{text.mark}</th>
          </tr>
        </thead>
        <tbody>
          {sample.rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{count(row + 1)}</th>
              {cells.map((cell, at) => (
                <td key={sample.columns[at]}>{cell.text}</td>
              ))}
              <td>
                <SegmentedControl
                  size="xs"
                  aria-label={text.markOf(row)}
                  data={options}
                  value={marks.get(row) ?? ''}
                  onChange={(mark) => onMark(row, mark as SampleMark)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows drawn by a seed, each marked by a person against its source. */
export function SampleAudit({
  dataset,
  audits,
  readOnly,
}: {
  dataset: DatasetSummary;
  audits: readonly Audit[];
  readOnly: boolean;
}) {
  const names = dataset.columns.map(({ name }) => name);
  const [size, setSize] = useState<number | string>(20);
  const [seed, setSeed] = useState<number | string>(1);
  const [columns, setColumns] = useState(() => names.slice(0, 4));
  const [sample, setSample] = useState<DrawnSample | null>(null);
  const [marks, setMarks] = useState<ReadonlyMap<number, SampleMark>>(new Map());
  const asked = { datasetId: dataset.id, size: Number(size), seed: Number(seed), columns };
  const draw = (): Promise<void> =>
    guarded(async () => {
      setSample(await engine.quality.draw(asked));
      setMarks(new Map());
    });
  const show = (drawn: DrawnSample): Promise<void> =>
    guarded(async () => {
      for (const [at, name] of drawn.columns.entries())
        if (drawn.rows.some(({ cells }) => cells[at]?.masked)) await revealColumn(dataset.id, name, true);
      const { datasetId, columns: looked } = drawn;
      setSample(await engine.quality.draw({ datasetId, size: drawn.size, seed: drawn.seed, columns: looked }));
    });
  const enter = (drawn: DrawnSample): Promise<void> =>
    guarded(async () => {
      const { datasetId, columns: looked } = drawn;
      await engine.quality.audit({
        datasetId,
        size: drawn.size,
        seed: drawn.seed,
        columns: looked,
        marks: [...marks].map(([row, mark]) => ({ row, mark })),
      });
      setSample(null);
      showQuality(await engine.quality.get({ datasetId }));
      await afterQuality();
    });
  return (
    <Section title={text.title}>
      <p className={styles.sentence}>{text.sentence}</p>
      <Earlier audits={audits} />
      <div className={styles.form}>
        <NumberInput label={text.size} min={1} max={largestSample} w={90} value={size} onChange={setSize} />
        <NumberInput label={text.seed} min={0} max={4_294_967_295} w={130} value={seed} onChange={setSeed} />
        <MultiSelect label={text.columns} data={names} value={columns} onChange={setColumns} miw={260} searchable />
        <Button disabled={columns.length === 0} onClick={() => void draw()}>
          {text.draw}
        </Button>
      </div>
      {sample !== null && (
        <>
          <Drawn sample={sample} marks={marks} onMark={(row, mark) => setMarks(new Map(marks).set(row, mark))} />
          <div className={styles.form}>
            {sample.rows.some(({ cells }) => cells.some(({ masked }) => masked)) && (
              <Button title={text.shown} onClick={() => void show(sample)}>
                {text.show}
              </Button>
            )}
            <Button
              variant="filled"
              disabled={readOnly || marks.size < sample.rows.length}
              onClick={() => void enter(sample)}
            >
              {text.enter(marks.size, sample.rows.length)}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
