import type { JoinKeyKind } from '#shared/domain/joined-view.ts';
import { normalisedKey } from '#engine/consent/person-key.ts';

/** Byte order marks and characters without width, which copy and paste leave behind. */
const invisible = /[\u{FEFF}\u{200B}-\u{200D}\u{2060}]/gu;
const address = /^[^@\s]+@[^@\s]+\.[^@\s.]+$/;
const fullNumber = /^\+[1-9]\d{6,14}$/;
const nationalNumber = /^\d{5,15}$/;

/**
 * A telephone number with its country code, as far as it has one or `callingCode` gives it. Italy keeps its leading zero.
 */
function phone(text: string, callingCode: string): string | null {
  const digits = normalisedKey('phone', text.replace(/\(0\)/g, ''));
  if (digits === null) return null;
  if (digits.startsWith('+')) return fullNumber.test(digits) ? digits : null;
  if (!nationalNumber.test(digits)) return null;
  if (callingCode === '') return digits;
  return `+${callingCode}${callingCode === '39' ? digits : digits.replace(/^0/, '')}`;
}

/**
 * A key in the spelling that all its spellings share.
 * @param callingCode country code in digits of telephone numbers that are written without one; may be empty
 * @returns null where the value is empty; `unreadable` where it is none of its kind
 */
export function normaliseKey(
  kind: JoinKeyKind,
  value: string | null,
  callingCode: string,
): { key: string } | 'unreadable' | null {
  const text = (value ?? '').replace(invisible, '').trim();
  if (text === '') return null;
  if (kind === 'phone') {
    const number = phone(text, callingCode);
    return number === null ? 'unreadable' : { key: number };
  }
  const key = normalisedKey(kind, kind === 'email' ? text.replace(/^mailto:/i, '') : text)?.toLowerCase();
  if (key === undefined) return 'unreadable';
  return kind === 'email' && !address.test(key) ? 'unreadable' : { key };
}
