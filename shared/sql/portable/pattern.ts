import { CannotWrite } from './cannot-write.ts';

/** What RE2 means by its short signs, spelled out: other engines take Unicode's digits and spaces for them as well. */
const short: Record<string, string> = { d: '0-9', s: '\\t\\n\\f\\r ' };
const kept = new Set(['t', 'n', 'f', 'r', ...'\\.^$|?*+()[]{}-/']);

const literal = (character: string): string => (/[\\.^$|?*+()[\]{}]/.test(character) ? `\\${character}` : character);

/**
 * A pattern of RE2 as one that PostgreSQL's and Java's regular expressions read alike. `end` is the sign for the end of the
 * text, which Java's `$` is not where the text ends in a line break.
 * @throws CannotWrite for signs that are not spelled out here
 */
export function portablePattern(pattern: string, end: '$' | '\\z'): string {
  let written = '';
  let inside = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at]!;
    if (sign === '\\') {
      const point = /^\\x\{([0-9A-F]+)\}/.exec(pattern.slice(at));
      if (point !== null) {
        written += literal(String.fromCodePoint(Number.parseInt(point[1]!, 16)));
        at += point[0].length - 1;
        continue;
      }
      at += 1;
      const of = pattern[at] ?? '';
      if (of in short) written += inside ? short[of] : `[${short[of]}]`;
      else if (of === 'D' && !inside) written += '[^0-9]';
      else if (kept.has(of)) written += `\\${of}`;
      else throw new CannotWrite({ kind: 'pattern', pattern });
    } else if (inside) {
      if (sign === ']') inside = false;
      written += sign === '[' ? '\\[' : sign;
    } else if (sign === '[') {
      inside = true;
      written += sign;
    } else if (sign === '.') written += '[^\\n]';
    else if (sign === '$') written += end;
    else if (sign === '(' && pattern[at + 1] === '?' && pattern[at + 2] !== ':')
      throw new CannotWrite({ kind: 'pattern', pattern });
    else written += sign;
  }
  return written;
}
