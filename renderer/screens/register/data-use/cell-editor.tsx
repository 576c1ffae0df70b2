import { Button, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Section } from '#renderer/design/section.tsx';
import {
  isPrefilled,
  type NecessityCell,
  type NecessityMatrix,
  type NecessityRow,
} from '#shared/register/minimisation/necessity-matrix.ts';
import { dataUseText } from '#shared/text/window/data-use.ts';
import { firstNames } from '#shared/text/names.ts';
import { cellOf, type ChosenCells } from './chosen-cells.ts';
import styles from './data-use.module.css';
import type { Acts } from './use-acts.ts';

const text = dataUseText.cell;

/** Where Enter in the grid leads. */
export const needAnchor = 'necessity-need';

/** The same of all of them, or undefined. */
const same = <T,>(values: readonly T[]): T | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;

const lastSaid = ({ drafted, need, why }: NecessityCell) => drafted ?? { need, why };

function Standing({ cells }: { cells: readonly NecessityCell[] }) {
  const need = same(cells.map((cell) => cell.need));
  const why = same(cells.map((cell) => cell.why));
  const said = same(cells.map(({ from }) => (from.by === 'person' ? from.ref : '')));
  const drafted = same(cells.map((cell) => cell.drafted?.need));
  return (
    <Facts
      items={[
        ...(need === undefined ? [] : [{ label: text.now, value: dataUseText.matrix.need[need] }]),
        ...(why === undefined || need === 'open' ? [] : [{ label: text.why, value: why === '' ? text.noReason : why }]),
        ...(said === undefined || need === 'open'
          ? []
          : [{ label: text.saidBy, value: said === '' ? text.fromPurpose : said }]),
        ...(drafted === undefined ? [] : [{ label: '', value: dataUseText.matrix.draft(drafted) }]),
      ]}
    />
  );
}

interface Wish {
  datasetId: string;
  purpose: string;
  columns: string[];
}

interface FormProps {
  wish: Wish;
  title: string;
  cells: readonly NecessityCell[];
  /** False while no purpose is declared: deciding a cell declares it. */
  declared: boolean;
  acts: Acts;
  onDone(): void;
}

/** Whether the purpose needs them, and why: one press keeps it for all that are chosen. */
function DecideForm({ wish, title, cells, declared, acts, onDone }: FormProps) {
  const now = cells.map(lastSaid);
  const [need, setNeed] = useState(same(now.map((each) => each.need)) ?? 'open');
  const [why, setWhy] = useState(same(now.map((each) => each.why)) ?? '');
  const many = wish.columns.length;
  const save = (): void => {
    if (need === 'open' || acts.busy) return;
    const said = { needed: need === 'needed', ...(why.trim() === '' ? {} : { why: why.trim() }) };
    void acts
      .bind(
        () => engine.lawfulness.bindColumns({ ...wish, ...said }),
        () => text.saved(many, need, title),
      )
      .then(onDone);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Radio.Group aria-label={text.decide} value={need} onChange={(value) => setNeed(value)}>
        <div className={styles.choices}>
          <Radio id={needAnchor} value="needed" label={text.needed} />
          <Radio value="not-needed" label={text.notNeeded} />
        </div>
      </Radio.Group>
      <Textarea
        label={text.reason}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={500}
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          if (event.key === 'Escape') onDone();
        }}
      />
      {!declared && <p className={styles.soft}>{text.declareFirst(title)}</p>}
      <Button type="submit" variant="filled" disabled={need === 'open'} loading={acts.busy}>
        {text.save(many)}
      </Button>
    </form>
  );
}

interface Props {
  datasetId: string;
  matrix: NecessityMatrix;
  chosen: ChosenCells;
  declared: boolean;
  readOnly: boolean;
  acts: Acts;
  onDone(): void;
}

/** What is chosen in the matrix: why it stands so, and the decision on it. */
export function CellEditor({ datasetId, matrix, chosen, declared, readOnly, acts, onDone }: Props) {
  const { purpose } = chosen;
  const wanted = new Set(chosen.columns);
  const rows: NecessityRow[] = matrix.rows.filter(({ column }) => wanted.has(column));
  const cells = rows.map((row) => cellOf(row, purpose));
  const title = matrix.purposes.find(({ id }) => id === purpose)?.title ?? purpose;
  const columns = rows.map(({ column }) => column);
  const prefilled = rows.filter((row) => isPrefilled(cellOf(row, purpose))).map(({ column }) => column);
  return (
    <>
      <h2 className={styles.chosen} title={columns.length === 1 ? columns[0] : firstNames(columns)}>
        {columns.length === 1 ? columns[0]!.slice(0, 200) : text.columns(columns.length)}
      </h2>
      <p className={styles.soft}>{text.forPurpose(title)}</p>
      <Standing cells={cells} />
      {!readOnly && (
        <Section title={text.decide}>
          {prefilled.length > 0 && (
            <div className={styles.takeOver}>
              <p className={styles.soft}>{text.takeOverMeans}</p>
              <Button
                disabled={acts.busy}
                onClick={() => void takeOver(acts, { datasetId, purpose, columns: prefilled }).then(onDone)}
              >
                {text.takeOver(prefilled.length)}
              </Button>
            </div>
          )}
          <DecideForm
            wish={{ datasetId, purpose, columns }}
            title={title}
            cells={cells}
            declared={declared}
            acts={acts}
            onDone={onDone}
          />
        </Section>
      )}
    </>
  );
}

/** Makes what the purpose says of columns the word of whoever works here. */
export const takeOver = (acts: Acts, asked: { datasetId: string; purpose: string; columns: string[] }): Promise<void> =>
  acts.bind(
    () => engine.lawfulness.takeOverNeeds(asked),
    ({ ref }) => text.taken(ref),
  );
