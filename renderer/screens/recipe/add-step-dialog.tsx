import { Modal, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import type { Operation } from '#shared/recipe/operation.ts';
import { operations } from '#shared/recipe/operations/index.ts';
import { Pill, type Tone } from '#renderer/design/pill.tsx';
import { defaultSettings } from '#renderer/operation-forms/default-settings.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { findByWords } from './find-by-words.ts';
import styles from './recipe.module.css';

const text = recipeText.add;
const tones: Record<Operation['risk'], Tone> = {
  none: 'quiet',
  weakens: 'accent',
  removes: 'pass',
  'reversible-with-key': 'warn',
  'reversible-by-guessing': 'block',
};
const all = operations as unknown as readonly Operation[];

/** Every operation with what it does; a choice adds a step that waits for its columns. */
export function AddStepDialog({ onAdd, onClose }: { onAdd(step: RecipeStep): void; onClose(): void }) {
  const [search, setSearch] = useState('');
  const words = search.trim().toLowerCase();
  const found = findByWords(all, words);
  const add = (operation: Operation): void =>
    onAdd({
      op: operation.id,
      version: operation.version,
      settings: defaultSettings(operation),
      reason: '',
      enabled: true,
    });
  return (
    <Modal opened onClose={onClose} title={text.title} size={620}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words !== '' && found[0]) add(found[0]);
        }}
      >
        <TextInput
          data-autofocus
          aria-label={text.search}
          placeholder={text.search}
          leftSection={<Search size={14} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </form>
      <ul className={styles.operations} aria-label={text.listLabel}>
        {found.map((operation) => (
          <li key={operation.id}>
            <button type="button" className={styles.operation} onClick={() => add(operation)}>
              <span className={styles.operationName}>
                {operation.label}
                <Pill tone={tones[operation.risk]}>{text.risk[operation.risk]}</Pill>
              </span>
              <span className={styles.operationWords}>{operation.summary}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.inspectorWords}>{text.none}</p>}
    </Modal>
  );
}
