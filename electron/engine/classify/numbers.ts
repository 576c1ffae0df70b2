const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const decimalComma = /^[+-]?(\d{1,3}(\.\d{3})+|\d+),\d+$/;
const thousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const currency = /^([+-]?)\s*(?:[$€£¥₹]|R\$|USD|EUR|GBP|CHF|Rs\.?|kr)\s?|\s?(?:[$€£¥₹%]|USD|EUR|GBP|CHF|kr)$/gi;

/**
 * A number as people write it: `1234.5`, `1,234.50`, `1.234,50`, `12,5`, `$ 12.30`, `45%`, `5.5E+15`; anything else is
 * null.
 */
export function parseNumber(text: string): number | null {
  if (text.length > 40 || !/\d/.test(text)) return null;
  if (plain.test(text)) return finite(Number(text));
  const bare = text.replace(currency, '$1').trim();
  if (plain.test(bare)) return finite(Number(bare));
  if (thousands.test(bare)) return finite(Number(bare.replaceAll(',', '')));
  if (decimalComma.test(bare)) return finite(Number(bare.replaceAll('.', '').replace(',', '.')));
  return null;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Digits after the decimal point or comma as written, without trailing zeros; what groups thousands or names a currency
 * is none.
 */
export function decimalsOf(text: string): number {
  const bare = text.replace(currency, '$1').trim();
  return (/[.,](\d+?)0*$/.exec(thousands.test(bare) ? bare.replaceAll(',', '') : bare)?.[1] ?? '').length;
}
