import { Checkbox, Select } from '@mantine/core';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { RelatedProposal } from '#shared/contract/related.ts';
import { Section } from '#renderer/design/section.tsx';
import { count } from '#shared/text/numbers.ts';
import { relatedWindowText as text } from '#shared/text/window/related.ts';
import { changeRelated, type OfferedTable, type RelatedDraft } from './related-draft.ts';
import styles from './related.module.css';

interface Props {
  dataset: DatasetSummary;
  draft: RelatedDraft;
  proposal: RelatedProposal;
  column: string;
  offered: readonly OfferedTable[];
  busy: boolean;
}

/** By which of its columns a dataset is joined: the only one, or one of several. */
function JoinedBy({ table, people, busy }: { table: OfferedTable; people: (key: string) => void; busy: boolean }) {
  const [only, ...more] = table.keys;
  if (more.length === 0) return only!.column;
  return (
    <Select
      aria-label={text.joinedBy(table.name)}
      allowDeselect={false}
      disabled={busy || table.by === null}
      data={table.keys.map(({ column }) => column)}
      value={table.by?.column ?? only!.column}
      onChange={(column) => column !== null && people(column)}
    />
  );
}

/** The table of people with its key, and the tables that may go along, with how many people have rows there. */
export function RelatedTables({ dataset, draft, proposal, column, offered, busy }: Props) {
  const key = proposal.keys.find((one) => one.column === column)!;
  const choose = (datasetId: string, by: string | null): void =>
    changeRelated(dataset.id, { chosen: { ...draft.chosen, [datasetId]: by } });
  return (
    <Section title={text.tables}>
      <p className={styles.told}>{text.people(dataset.name)}</p>
      <Select
        label={text.key}
        description={text.keyHelp(key.people, key.withoutKey)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        w={320}
        mb={16}
        disabled={busy}
        data={proposal.keys.map((one) => one.column)}
        value={column}
        onChange={(chosen) => chosen !== null && changeRelated(dataset.id, { key: chosen, chosen: {} })}
      />
      <table className={styles.table} aria-label={text.tables}>
        <thead>
          <tr>
            {text.heads.map((head, at) => (
              <th key={head} scope="col" className={at > 2 ? styles.number : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offered.map((table) => {
            const shown = table.by ?? table.keys[0]!;
            return (
              <tr key={table.datasetId} data-out={table.by === null || undefined}>
                <td>
                  <Checkbox
                    aria-label={text.take(table.name)}
                    checked={table.by !== null}
                    disabled={busy}
                    onChange={({ currentTarget }) =>
                      choose(table.datasetId, currentTarget.checked ? shown.column : null)
                    }
                  />
                </td>
                <th scope="row">{table.name}</th>
                <td>
                  <JoinedBy table={table} busy={busy} people={(by) => choose(table.datasetId, by)} />
                </td>
                <td className={styles.number}>{text.peopleOf(shown.people, key.people)}</td>
                <td className={styles.number}>{text.rowsOf(shown.rows, table.rows)}</td>
                <td className={styles.number}>{count(shown.mostRows)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
