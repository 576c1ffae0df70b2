const letters: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' };

const beyondAscii = /[\u0080-\uffff]/;

/** Lower case, accents and special letters folded to ASCII where there is a usual spelling. */
export const fold = (text: string): string =>
  !beyondAscii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[ßøæœłđıþð]/g, (letter) => letters[letter] ?? letter);
