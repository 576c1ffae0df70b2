import { Tooltip } from '@mantine/core';
import { showRecord, showRegisterTab } from '#renderer/state/register-place.ts';
import { isAnswered, type CellState, type LegalMinimum, type MinimumCell } from '#shared/register/minimum.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { fieldWords } from '../form/field-words.ts';
import styles from './record.module.css';

const text = recordsText.cells;

const glyphs: Record<CellState, string> = {
  filled: '✓',
  'none-stated': '✓',
  'not-applicable': '–',
  unknown: '?',
  'not-stated': '?',
};

/** `30(1)(d)` → `d`. */
const letter = (id: string): string => /\(([a-z])\)$/.exec(id)?.[1] ?? id;

const words = ({ id, state, reasons, missing }: MinimumCell): string =>
  [
    text.cell(id, text.words[state], reasons),
    ...missing.map(({ kind, field, why }) => text.lacks(fieldWords(kind, field).label, why)),
  ].join(' · ');

/** What Art. 30 asks for, a cell per letter; a press goes to what is missing there. */
export function CellStrip({
  minimum,
  id,
  onField,
}: {
  minimum: LegalMinimum;
  id: string;
  /** Goes to a field of this record. */
  onField(field: string): void;
}) {
  const goTo = ({ missing }: MinimumCell): void => {
    const first = missing[0];
    if (first === undefined) return;
    if (first.kind === 'activity' && first.id === id) onField(first.field);
    else if (first.id === null) showRegisterTab('organisation');
    else showRecord({ kind: first.kind, id: first.id, field: first.field });
  };
  return (
    <div className={styles.cells} role="group" aria-label={text.label}>
      {minimum.cells.map((cell) => (
        <Tooltip key={cell.id} label={words(cell)} multiline maw={360}>
          <button
            type="button"
            className={styles.cellButton}
            data-answered={isAnswered(cell) || undefined}
            data-state={cell.state}
            aria-disabled={cell.missing.length === 0}
            onClick={() => goTo(cell)}
          >
            {letter(cell.id)} <span aria-hidden="true">{glyphs[cell.state]}</span>
            <span className="sr-only">{words(cell)}</span>
          </button>
        </Tooltip>
      ))}
      <span className={styles.quiet}>
        {text.answered(minimum.cells.filter(isAnswered).length, minimum.cells.length)}
      </span>
    </div>
  );
}
