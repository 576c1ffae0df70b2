import { fieldAnchor } from '../form/field-block.tsx';

const control = 'input:not([type=hidden]), textarea, [role=radio], select';

/** Puts a field into sight and the cursor into its control; false where the field is not on the page. */
export function goToField(field: string): boolean {
  const block = document.getElementById(fieldAnchor(field));
  if (block === null) return false;
  block.scrollIntoView({ block: 'start' });
  const controls = [...block.querySelectorAll<HTMLElement>(control)];
  // The first of a field is how it is answered; the control itself follows.
  (controls.find((element) => element.tagName !== 'SELECT') ?? controls[0])?.focus({ preventScroll: true });
  return true;
}

/** The field of the page that holds the focus. */
export const focusedField = (): string | null =>
  document.activeElement?.closest(`[id^="${fieldAnchor('')}"]`)?.id.slice(fieldAnchor('').length) ?? null;

/** The next of these fields after the one that holds the focus, round from the end to the start. */
export function nextField(all: readonly string[], wanted: readonly string[]): string | null {
  const at = all.indexOf(focusedField() ?? '');
  const round = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return round.find((field) => wanted.includes(field)) ?? null;
}
