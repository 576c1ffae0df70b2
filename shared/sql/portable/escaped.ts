/** Whether a text holds nothing but signs that are seen, and spaces. */
export const isPlain = (value: string): boolean => !/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(value);

/**
 * The text between quotes with a backslash before what would end it, and signs that nobody sees by their number.
 * @param quote what stands for the quote itself
 */
export const escaped = (value: string, quote: string): string =>
  value.replaceAll(/['\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (sign) => {
    if (sign === "'") return quote;
    if (sign === '\\') return '\\\\';
    const point = sign.codePointAt(0)!;
    return point > 0xffff ? sign : `\\u${point.toString(16).padStart(4, '0')}`;
  });
