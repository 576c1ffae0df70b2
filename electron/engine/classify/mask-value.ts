/** Most characters of a mask shown; longer values end in an ellipsis. */
const shown = 40;

/**
 * The shape of a value with nothing of it left to read: letters become `a` or `A`, digits `9`, whatever their number above three is cut to three
 * dots; separators stay. `ana.lopez@example.org` → `aaa•••.aaa•••@aaa•••.aaa`.
 */
export function maskValue(text: string): string {
  const masked = text.slice(0, 400).replace(/\s+/g, ' ').trim().replace(/\p{L}[\p{L}\p{M}]*|\d+/gu, (run) => {
    const sign = /^\d/.test(run) ? '9' : /^\p{Lu}/u.test(run) ? 'Aaa' : 'aaa';
    return run.length <= 3 ? (sign === '9' ? '9'.repeat(run.length) : sign.slice(0, run.length)) : `${sign === '9' ? '999' : sign}•••`;
  });
  const safe = masked.replace(/[^aA9•\s.,:;@/\\_()+#%$€£?=&"'[\]{}<>|*!~^-]/gu, '•');
  return safe.length > shown ? `${safe.slice(0, shown)}…` : safe;
}
