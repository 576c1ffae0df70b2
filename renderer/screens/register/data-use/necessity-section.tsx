import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { Search, TableProperties } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNecessity } from '#renderer/client/data-use.ts';
import { useClassification } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Hint } from '#renderer/design/hint.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { columnMark } from '#shared/domain/shown-class.ts';
import { isPrefilled, type NecessityMatrix } from '#shared/register/minimisation/necessity-matrix.ts';
import type { UsesOfDataset } from '#shared/register/uses-of-dataset.ts';
import { dataUseText } from '#shared/text/window/data-use.ts';
import { CellEditor, needAnchor, takeOver } from './cell-editor.tsx';
import { cellOf, type ChosenCells } from './chosen-cells.ts';
import styles from './data-use.module.css';
import { named, rowsByKind, shownKinds, type ShownKind } from './narrow-columns.ts';
import { NecessityGrid } from './necessity-grid.tsx';
import { SpareColumns } from './spare-columns.tsx';
import type { Acts } from './use-acts.ts';

const text = dataUseText.matrix;

interface Props {
  uses: UsesOfDataset;
  readOnly: boolean;
  acts: Acts;
}

/** What is chosen as one: another choice begins another edit. */
const keyOf = ({ purpose, columns }: ChosenCells): string => JSON.stringify([purpose, columns]);

/** Back to the cell that was being decided. */
const focusGrid = (): void =>
  document.querySelector<HTMLElement>('[role=grid] [role=gridcell][tabindex="0"]')?.focus({ preventScroll: true });

interface BarProps {
  typed: string;
  onType(letters: string): void;
  kind: ShownKind;
  onKind(kind: ShownKind): void;
  many(kind: ShownKind): number;
  shown: number;
}

/** Narrows the columns by letters of their names and by how they stand. */
function NarrowBar({ typed, onType, kind, onKind, many, shown }: BarProps) {
  return (
    <div className={styles.bar} role="search">
      <TextInput
        className={styles.search}
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={typed}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <SegmentedControl
        aria-label={text.show}
        value={kind}
        onChange={(value) => onKind(value)}
        data={shownKinds.map((value) => ({ value, label: text.shown[value](many(value)) }))}
      />
      <span className={styles.total} role="status">
        {text.total(shown, many('all'))}
      </span>
    </div>
  );
}

function Found({ uses, readOnly, acts, matrix }: Props & { matrix: NecessityMatrix }) {
  const { data: classified } = useClassification(uses.id);
  const [kind, setKind] = useState<ShownKind>('all');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ChosenCells | null>(null);
  const byKind = useMemo(() => rowsByKind(matrix), [matrix]);
  const rows = named(byKind[kind], useDeferredValue(typed));
  const classes = useMemo(
    () =>
      new Map((classified?.columns ?? []).map(({ suggestion, effective }) => [suggestion.name, columnMark(effective)])),
    [classified],
  );
  const declared = uses.purposes.length > 0;
  const takeOverChosen = (): void => {
    if (chosen === null || readOnly || acts.busy) return;
    const wanted = new Set(chosen.columns);
    const columns = matrix.rows
      .filter((row) => wanted.has(row.column) && isPrefilled(cellOf(row, chosen.purpose)))
      .map(({ column }) => column);
    if (columns.length > 0) void takeOver(acts, { datasetId: uses.id, purpose: chosen.purpose, columns });
  };
  const showAll = (): void => {
    setKind('all');
    setTyped('');
  };
  return (
    <>
      {!declared && <Notice>{text.judgedBy(matrix.purposes[0]?.title ?? '')}</Notice>}
      <SpareColumns datasetId={uses.id} spare={matrix.spare} readOnly={readOnly} acts={acts} />
      <NarrowBar
        typed={typed}
        onType={setTyped}
        kind={kind}
        onKind={setKind}
        many={(value) => byKind[value].length}
        shown={rows.length}
      />
      {rows.length === 0 ? (
        <EmptyState icon={Search} title={text.noneFits} actions={<Button onClick={showAll}>{text.showAll}</Button>}>
          {text.noneFitsSentence}
        </EmptyState>
      ) : (
        <NecessityGrid
          label={text.label(uses.name)}
          matrix={matrix}
          rows={rows}
          classes={classes}
          chosen={chosen}
          onChoose={setChosen}
          onDecide={() => document.getElementById(needAnchor)?.focus()}
          onTakeOver={takeOverChosen}
        />
      )}
      <Hint>{text.keys}</Hint>
      <Inspector>
        {chosen === null ? (
          <p className={styles.choose}>{dataUseText.cell.choose}</p>
        ) : (
          <CellEditor
            key={keyOf(chosen)}
            datasetId={uses.id}
            matrix={matrix}
            chosen={chosen}
            declared={declared}
            readOnly={readOnly}
            acts={acts}
            onDone={focusGrid}
          />
        )}
      </Inspector>
    </>
  );
}

/** Which purpose needs which column of a dataset, and why: a cell each, decided by people. */
export function NecessitySection(props: Props) {
  const matrix = useNecessity(props.uses.id);
  if (matrix.isError) return <FailureNotice error={matrix.error} onRetry={() => void matrix.refetch()} />;
  if (matrix.isPending) return <SkeletonRows rows={8} label={dataUseText.loading} />;
  if (matrix.data.purposes.length === 0)
    return (
      <EmptyState icon={TableProperties} title={text.noPurpose.title}>
        {text.noPurpose.sentence}
      </EmptyState>
    );
  return <Found {...props} matrix={matrix.data} />;
}
