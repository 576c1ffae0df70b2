/** Most characters of a mask shown; longer values end in an ellipsis. */
const shown = 40;

/**
 * The shape of a value with nothing of it left to read: a word becomes `aaa•••` or `Aaa•••` whatever its length (yes
 * and no must look alike), digits become `9`, more than three of them `999•••`; separators stay.
 * `ana.lopez@example.org` → `aaa•••.aaa•••@aaa•••.aaa•••`.
 */
export function maskValue(text: string): string {
  const masked = text
    .slice(0, 400)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\p{L}[\p{L}\p{M}]*|\d+/gu, (run) => {
      if (/^\d/.test(run)) return run.length <= 3 ? '9'.repeat(run.length) : '999•••';
      return `${/^\p{Lu}/u.test(run) ? 'Aaa' : 'aaa'}•••`;
    });
  const safe = masked.replace(/[^aA9•\s.,:;@/\\_()+#%$€£?=&"'[\]{}<>|*!~^-]/gu, '•');
  return safe.length > shown ? `${safe.slice(0, shown)}…` : safe;
}
