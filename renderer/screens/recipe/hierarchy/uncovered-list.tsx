import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fold } from '#shared/domain/fold.ts';
import type { HierarchyProposals } from '#shared/contract/hierarchies.ts';
import { hierarchyText as text, type NodeUnit } from '#shared/text/window/hierarchy.ts';
import styles from './hierarchy.module.css';
import type { TreeEditor } from './use-tree-editor.ts';

/** So many are listed; the others are found by their names. */
const most = 200;

interface Props {
  editor: TreeEditor;
  uncovered: HierarchyProposals['values'];
  unit: NodeUnit;
  least: number;
  disabled: boolean;
}

/** Values of the column that the tree lacks: chosen, they go under the group that is chosen in the tree. */
export function UncoveredList({ editor, uncovered, least, unit, disabled }: Props) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const wanted = fold(search.trim());
  const found = wanted === '' ? uncovered : uncovered.filter(({ value }) => fold(value).includes(wanted));
  const there = found.filter(({ value }) => chosen.has(value)).map(({ value }) => value);
  const { placeUnder } = editor;
  const put = (values: readonly string[]): void => {
    editor.place(values);
    choose(new Set());
  };
  const toggle = (value: string): void => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    choose(next);
  };
  return (
    <section className={styles.uncovered} aria-labelledby="hierarchy-uncovered">
      <h2 id="hierarchy-uncovered" className={styles.subtitle}>
        {text.uncovered(uncovered.length)}
      </h2>
      {uncovered.length === 0 ? (
        <p className={styles.quiet}>{text.allCovered}</p>
      ) : (
        <>
          <TextInput
            aria-label={text.findUncovered}
            placeholder={text.findUncovered}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <ul className={styles.values} tabIndex={0} aria-labelledby="hierarchy-uncovered">
            {found.slice(0, most).map(({ value, rows, people }) => (
              <li key={value}>
                <button
                  type="button"
                  className={styles.pick}
                  aria-pressed={chosen.has(value)}
                  onClick={() => toggle(value)}
                >
                  <span className={styles.value}>{value}</span>
                  <span className={styles.rows}>{text.size(people ?? rows, least, unit)}</span>
                </button>
              </li>
            ))}
          </ul>
          {found.length > most && <p className={styles.quiet}>{text.moreUncovered(found.length - most)}</p>}
          {placeUnder === null ? (
            <p className={styles.quiet}>{text.noPlace}</p>
          ) : (
            <div className={styles.buttons}>
              <Button disabled={disabled || there.length === 0} onClick={() => put(there)}>
                {text.placeChosen(there.length, placeUnder)}
              </Button>
              <Button disabled={disabled} onClick={() => put(found.map(({ value }) => value))}>
                {text.placeAll(placeUnder)}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
