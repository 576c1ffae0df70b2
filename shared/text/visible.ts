/**
 * Signs that are not seen but act: they steer a terminal, turn the direction of what follows, or make two names look
 * alike. Controls, marks of direction, signs of no width, fillers, tags.
 */
const unseen =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufff0-\ufff8\u{e0000}-\u{e0fff}]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f/u;
const all = new RegExp(unseen, 'gu');

/** Scripts that join or part letters by U+200C and U+200D. */
const joining =
  /^[\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}]$/u;
const picture = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;

/**
 * A joiner is part of how a word or a picture is written where both its neighbours are letters of such a script, or
 * both pictures.
 */
function belongs(text: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  return [joining, picture].some((kind) => kind.test(before) && kind.test(after));
}

function standIn(sign: string): string {
  const code = sign.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : `⟪U+${code.toString(16).toUpperCase().padStart(4, '0')}⟫`;
}

/**
 * A text from a file as it may be shown: unseen signs become visible ones (␛, ⟪U+202E⟫), everything else stays. For
 * showing alone, never for what is written, compared or sent back. `lines` keeps line breaks and tabs, for texts that
 * have them.
 */
export function visible(text: string, lines = false): string {
  if (!unseen.test(text)) return text;
  return text.replaceAll(all, (sign, at: number) => {
    if (lines && (sign === '\n' || sign === '\t')) return sign;
    return (sign === '\u200c' || sign === '\u200d') && belongs(text, at) ? sign : standIn(sign);
  });
}
