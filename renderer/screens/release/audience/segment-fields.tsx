import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { SegmentColumn } from '#shared/contract/audiences.ts';
import { audienceText as text } from '#shared/text/window/audience.ts';
import { changeDraft, type AudienceDraft, type DraftCriterion } from './audience-draft.ts';
import { useValueCounts } from './audience-queries.ts';
import styles from './audience.module.css';

/** The values of a column with the people who have them, of which any will do. */
function Values({
  datasetId,
  criterion: { column, values },
  onChange,
}: {
  datasetId: string;
  criterion: DraftCriterion & { column: string };
  onChange(values: string[]): void;
}) {
  const counts = useValueCounts(datasetId, column);
  const found = counts.data?.values ?? [];
  const least = counts.data?.least ?? 0;
  return (
    <MultiSelect
      label={text.values(column)}
      description={counts.data === undefined ? text.valuesLoading : text.valuesHelp(least)}
      error={counts.data !== undefined && found.length === 0 ? text.noValues(least) : null}
      placeholder={values.length === 0 ? text.valuesPlaceholder : ''}
      searchable
      disabled={counts.data === undefined}
      data={found.map(({ value, count }) => ({ value, label: text.valueWith(value, count) }))}
      value={values}
      onChange={onChange}
    />
  );
}

/** Columns that nobody is chosen by, by why. */
export function NotOffered({ columns }: { columns: readonly SegmentColumn[] }) {
  const [shown, setShown] = useState(false);
  const reasons = (['barred', 'names-people', 'undecided'] as const).flatMap((why) => {
    const names = columns.filter((column) => column.why === why).map(({ name }) => name);
    return names.length === 0 ? [] : [{ why, names }];
  });
  if (reasons.length === 0) return null;
  const many = reasons.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <div>
      <Button variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {text.notOffered(many)}
      </Button>
      {shown && (
        <ul className={styles.reasons}>
          {reasons.map(({ why, names }) => (
            <li key={why}>{text.why[why](names)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Column by column, what the people of the audience have in common. */
export function SegmentFields({
  datasetId,
  draft,
  columns,
}: {
  datasetId: string;
  draft: AudienceDraft;
  columns: readonly SegmentColumn[];
}) {
  const { criteria } = draft;
  const put = (at: number, next: DraftCriterion): void =>
    changeDraft(datasetId, { criteria: criteria.map((criterion, place) => (place === at ? next : criterion)) });
  const offered = columns.filter(({ why }) => why === null).map(({ name }) => name);
  const free = (own: string | null): string[] =>
    offered.filter((name) => name === own || criteria.every(({ column }) => column !== name));
  return (
    <>
      {criteria.map((criterion, at) => {
        const { column } = criterion;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a criterion is its place: its column may be none yet
          <div key={at} className={styles.criterion}>
            <Select
              label={text.column}
              description={text.columnHelp}
              placeholder={text.columnPlaceholder}
              searchable
              data={free(column)}
              value={column}
              onChange={(next) => put(at, { column: next, values: [] })}
            />
            {column !== null && (
              <Values
                datasetId={datasetId}
                criterion={{ ...criterion, column }}
                onChange={(values) => put(at, { column, values })}
              />
            )}
            {criteria.length > 1 && (
              <ActionIcon
                className={styles.remove}
                aria-label={text.remove(column ?? String(at + 1))}
                onClick={() => changeDraft(datasetId, { criteria: criteria.filter((_, place) => place !== at) })}
              >
                <X size={14} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {criteria.every(({ column }) => column !== null) && (
        <Button
          className={styles.more}
          variant="subtle"
          leftSection={<Plus size={14} aria-hidden="true" />}
          onClick={() => changeDraft(datasetId, { criteria: [...criteria, { column: null, values: [] }] })}
        >
          {text.andColumn}
        </Button>
      )}
    </>
  );
}
