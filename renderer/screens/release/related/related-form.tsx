import { Button, Checkbox, MultiSelect, NumberInput, Select } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { localEfforts } from '#shared/domain/anonymised-file.ts';
import { tableLabels } from '#shared/domain/anonymised-tables.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { relatedWindowText as text } from '#shared/text/window/related.ts';
import { changeRelated, type RelatedDraft } from './related-draft.ts';

interface Props {
  dataset: DatasetSummary;
  draft: RelatedDraft;
  purposes: readonly Purpose[];
  /** Columns of all tables that go along, but their keys. */
  columns: readonly string[];
  /** Columns of the table of people, but its key. */
  own: readonly string[];
  busy: boolean;
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** How the tables are anonymised: what everybody decides, and what few do. */
export function RelatedForm(props: Props) {
  const { dataset, draft, purposes, busy } = props;
  const [more, setMore] = useState(false);
  const set = (change: Partial<RelatedDraft>): void => changeRelated(dataset.id, change);
  return (
    <>
      <NumberInput
        label={text.k}
        description={text.kHelp}
        inputWrapperOrder={order}
        min={2}
        max={1_000_000}
        allowDecimal={false}
        clampBehavior="blur"
        disabled={busy}
        value={draft.k}
        onChange={(k) => typeof k === 'number' && set({ k })}
      />
      <NumberInput
        label={text.suppression}
        description={text.suppressionHelp}
        inputWrapperOrder={order}
        placeholder={text.any}
        min={0}
        max={100}
        clampBehavior="blur"
        disabled={busy}
        value={draft.suppression ?? ''}
        onChange={(share) => set({ suppression: typeof share === 'number' ? share : null })}
      />
      <Select
        label={text.purpose}
        description={text.purposeHelp}
        inputWrapperOrder={order}
        placeholder={text.noPurpose}
        clearable
        disabled={busy}
        data={purposes.map(({ id, title }) => ({ value: id, label: title }))}
        value={draft.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <Select
        label={text.cells}
        allowDeselect={false}
        disabled={busy}
        data={tableLabels.map((value) => ({ value, label: text.cellsOf[value] }))}
        value={draft.cells}
        onChange={(cells) => cells !== null && set({ cells })}
      />
      <Button
        variant="subtle"
        aria-expanded={more}
        leftSection={more ? <ChevronUp size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
        onClick={() => setMore(!more)}
      >
        {more ? text.less : text.more}
      </Button>
      {more && <FurtherChoices {...props} set={set} />}
    </>
  );
}

function FurtherChoices({ draft, columns, own, busy, set }: Props & { set(change: Partial<RelatedDraft>): void }) {
  return (
    <>
      <MultiSelect
        label={text.keep}
        description={text.keepHelp}
        inputWrapperOrder={order}
        searchable
        limit={200}
        disabled={busy}
        data={[...columns]}
        value={[...draft.keep]}
        onChange={(keep) => set({ keep })}
      />
      <Select
        label={text.household}
        description={text.householdHelp}
        inputWrapperOrder={order}
        placeholder={text.none}
        clearable
        searchable
        limit={200}
        disabled={busy}
        data={[...own]}
        value={draft.household}
        onChange={(household) => set({ household })}
      />
      <NumberInput
        label={text.rowsPerPerson}
        min={1}
        max={200}
        allowDecimal={false}
        clampBehavior="blur"
        disabled={busy}
        value={draft.rowsPerPerson}
        onChange={(rows) => typeof rows === 'number' && set({ rowsPerPerson: rows })}
      />
      <Select
        label={text.effort}
        allowDeselect={false}
        disabled={busy}
        data={localEfforts.map((value) => ({ value, label: text.efforts[value] }))}
        value={draft.effort}
        onChange={(effort) => effort !== null && set({ effort })}
      />
      <Checkbox
        label={text.attack}
        description={text.attackHelp}
        disabled={busy}
        checked={draft.attack}
        onChange={({ currentTarget }) => set({ attack: currentTarget.checked })}
      />
    </>
  );
}
