import { Button, NumberInput, Select } from '@mantine/core';
import { segmentMethods, smallGroupWays, type SegmentMethod, type SmallGroupWay } from '#shared/domain/segments.ts';
import { segmentsText } from '#shared/text/segments.ts';
import { segmentsWindowText } from '#shared/text/window/segments.ts';
import styles from './segments.module.css';

const text = segmentsWindowText.form;

export type NamedPart = 'person' | 'recency' | 'frequency' | 'monetary';
const parts: readonly NamedPart[] = ['recency', 'frequency', 'monetary', 'person'];

/** What a person wishes; a column that is null is found by the classification. */
export interface SegmentWish {
  by: SegmentMethod;
  columns: Record<NamedPart, string | null>;
  k: number;
  small: SmallGroupWay;
  epsilon: number | null;
}

/** Which of the parts a method reads. */
const read = (by: SegmentMethod, part: NamedPart): boolean => by === 'rfm' || part === 'monetary' || part === 'person';

/** What protects people in small groups. */
function Guards({ wish, set, least }: { wish: SegmentWish; set(part: Partial<SegmentWish>): void; least: number }) {
  return (
    <div className={styles.guards}>
      <NumberInput
        label={text.k}
        description={text.kNote(least)}
        inputWrapperOrder={['label', 'input', 'description']}
        min={least}
        max={1_000_000}
        allowDecimal={false}
        clampBehavior="blur"
        value={wish.k}
        onChange={(k) => set({ k: typeof k === 'number' ? k : wish.k })}
      />
      <Select
        label={text.small}
        allowDeselect={false}
        data={smallGroupWays.map((value) => ({ value, label: segmentsText.ways[value] }))}
        value={wish.small}
        onChange={(small) => set({ small: smallGroupWays.find((one) => one === small) ?? wish.small })}
      />
      <NumberInput
        label={text.noise}
        description={text.noiseNote}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder={text.none}
        min={0.01}
        max={10}
        step={0.1}
        decimalScale={3}
        clampBehavior="blur"
        value={wish.epsilon ?? ''}
        onChange={(epsilon) => set({ epsilon: typeof epsilon === 'number' ? epsilon : null })}
      />
    </div>
  );
}

/** By what people are put into segments, and what protects them. */
export function SegmentsForm({
  wish,
  set,
  columns,
  found,
  least,
  onSegment,
}: {
  wish: SegmentWish;
  set(part: Partial<SegmentWish>): void;
  columns: readonly string[];
  /** What the last run took where nobody named a column. */
  found: Partial<Record<NamedPart, string>>;
  /** The fewest people that a group of a picture may have. */
  least: number;
  onSegment(): void;
}) {
  return (
    <form
      className={styles.form}
      aria-label={text.label}
      onSubmit={(event) => {
        event.preventDefault();
        onSegment();
      }}
    >
      <Select
        label={text.by}
        allowDeselect={false}
        data={segmentMethods.map((value) => ({ value, label: segmentsText.methods[value] }))}
        value={wish.by}
        onChange={(by) => set({ by: segmentMethods.find((one) => one === by) ?? wish.by })}
      />
      <div className={styles.fields}>
        {parts
          .filter((part) => read(wish.by, part))
          .map((part) => (
            <Select
              key={part}
              label={text[part]}
              placeholder={found[part] ?? text.found}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': text.clear }}
              limit={200}
              data={[...columns]}
              value={wish.columns[part]}
              onChange={(column) => set({ columns: { ...wish.columns, [part]: column } })}
            />
          ))}
      </div>
      <Guards wish={wish} set={set} least={least} />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled">
          {segmentsWindowText.segment}
        </Button>
      </div>
    </form>
  );
}
