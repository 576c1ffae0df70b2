import { Checkbox, Select } from '@mantine/core';
import type { RecordSummary } from '#shared/contract/records.ts';
import type { RecordFacets } from '#shared/domain/record-view.ts';
import { countryName, recordsText } from '#shared/text/window/records.ts';
import { fieldWords, optionWords } from '../form/field-words.ts';
import { facetChoices } from './facets.ts';
import styles from './list.module.css';

const text = recordsText.list.facets;

type Chosen = 'role' | 'basis' | 'special' | 'country';

/** What stands for a choice in words. */
const words: Record<Chosen, (value: string) => string> = {
  role: (value) => optionWords(fieldWords('activity', 'role'), value),
  basis: (value) => optionWords(fieldWords('purpose', 'basis'), value),
  special: (value) =>
    value === 'any' ? text.anySpecial : (fieldWords('activity', 'dataItems').parts?.special?.options?.[value] ?? value),
  country: countryName,
};

/** By what else the activities can be narrowed: whatever they have, each facet with its choices. */
export function FacetBar({
  records,
  facets,
  onChange,
}: {
  records: readonly RecordSummary[];
  facets: RecordFacets;
  onChange(facets: RecordFacets): void;
}) {
  const choices = facetChoices(records);
  const offered = (id: Chosen): string[] =>
    id === 'special' && choices.special.length > 0 ? ['any', ...choices.special] : choices[id];
  const shown = (Object.keys(words) as Chosen[]).filter((id) => offered(id).length > 0 || facets[id] !== null);
  return (
    <div className={styles.bar} role="group" aria-label={text.label}>
      {shown.map((id) => (
        <Select
          key={id}
          aria-label={text[id]}
          placeholder={text[id]}
          clearable
          clearButtonProps={{ 'aria-label': text.clear(text[id]) }}
          w={180}
          value={facets[id]}
          onChange={(value) => onChange({ ...facets, [id]: value })}
          data={[...new Set([...offered(id), ...(facets[id] === null ? [] : [facets[id]])])].map((value) => ({
            value,
            label: words[id](value),
          }))}
        />
      ))}
      <Checkbox
        label={text.overdue}
        checked={facets.overdue}
        onChange={({ currentTarget }) => onChange({ ...facets, overdue: currentTarget.checked })}
      />
      <Checkbox
        label={text.mine}
        checked={facets.mine}
        onChange={({ currentTarget }) => onChange({ ...facets, mine: currentTarget.checked })}
      />
    </div>
  );
}
