import { longPattern } from '#shared/domain/long-pattern.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, silent, support, type ColumnState } from '../hypothesis.ts';

const login = /^[A-Z0-9][A-Z0-9.-]{0,14}\\[\w.$-]{2,30}$/i;
/** A salt: a short random code, of letters in both cases and digits, or written in base 64 or as hexadecimal digits. */
const salt = /^(?:(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w./+-]{6,32}|[A-Za-z0-9+/]{5,30}={1,2}|[0-9a-f]{8,32})$/;
/** Groups of digits as phone numbers are dialled: with `+`, with brackets, after a nought, or 3-3-4. */
const dialled = longPattern('')`
  ^(?:
    \+\d{1,3}[\d\s()./-]{5,20}|\(\d{2,5}\)\s?[\d\s./-]{5,14}|0\d{1,5}[\s/-][\d\s/.-]{4,14}|\d{3}[-.\x20]\d{3}[-.\x20]\d{4}
  )(?:\s*(?:x|ext\.?)\s*\d{1,6})?$
`;
const mostly = 0.8;

const share = (column: ColumnState, pattern: RegExp): number => {
  const values = column.facts.values.slice(0, 300);
  return values.length === 0 ? 0 : values.filter((value) => pattern.test(value)).length / values.length;
};
const ofItsOwn = ({ facts }: ColumnState): boolean => facts.uniqueness > 0.9 && facts.values.length >= 4;
const above = (column: ColumnState, least: number): number => Math.max(least, (best(column)?.score ?? 0) + 0.1);
const untold = (column: ColumnState): boolean => silent(column) && (best(column)?.score ?? 0) < 0.4;

/** Digests: with a code of its own beside each they are hashed passwords and their salts, alone they are pseudonyms. */
function digests(columns: readonly ColumnState[]): void {
  const hashed = columns.filter((column) => untold(column) && column.facts.hashed);
  if (hashed.length === 0) return;
  for (const column of hashed) {
    const { at, uniqueness } = column.facts;
    const salts = [columns[at - 1], columns[at + 1]].filter(
      (other) =>
        other !== undefined &&
        untold(other) &&
        !other.facts.hashed &&
        !other.facts.number &&
        ofItsOwn(other) &&
        share(other, salt) >= mostly,
    );
    if (salts.length !== 1 || uniqueness <= 0.9) {
      support(column, 'hashed_value', above(column, 0.42), { kind: 'shape', detail: evidenceText.shape.digests });
      continue;
    }
    for (const secret of [column, salts[0]!])
      support(secret, 'password_hash', above(secret, 0.48), {
        kind: 'neighbour',
        detail: evidenceText.table.saltedHash,
      });
  }
}

/** Secrets, logins and phone numbers that nothing names, told by a form that hardly anything else has. */
export function unnamedCodeRules(columns: readonly ColumnState[]): void {
  digests(columns);
  for (const column of columns) {
    const { facts } = column;
    if (!silent(column) || facts.values.length < 4) continue;
    if (share(column, login) >= mostly)
      support(column, 'username', above(column, 0.8), { kind: 'shape', detail: evidenceText.table.domainLogin });
    else if (
      untold(column) &&
      facts.header.mute &&
      facts.uniqueness > 0.3 &&
      !facts.date &&
      !facts.number?.decimals &&
      share(column, dialled) >= mostly
    )
      support(column, 'phone_number', above(column, 0.6), { kind: 'shape', detail: evidenceText.table.dialled });
  }
}
