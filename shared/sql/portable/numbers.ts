/** A plain number, as DuckDB's `parse-number` reads one. */
export const plainNumber = '[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?';

/** The same with what may stand around it; the first group is the number. */
export const loneNumber = `^[\\t\\n\\f\\r ]*(${plainNumber})[\\t\\n\\f\\r ]*`;

/** A sign of a currency or per cent at an end; the first group is what stays. */
export const currencyAtEnd = (end: string): string => `^([+-]?)[$€£¥][\\t\\n\\f\\r ]*|[\\t\\n\\f\\r ]*[$€£¥%]${end}`;

/** What groups digits, beside the decimal mark `mark`. */
export const groupSigns = (mark: string): string => `[\\t\\n\\f\\r ${mark === ',' ? '.' : ','}'’\u00a0\u202f]`;
