/** What the key of an operator is called in a signature line, which has no room for spaces or a plus. */
export const operatorKeyName = (operator: string): string => operator.replaceAll(/[\s+\p{Cc}]+/gu, '.').slice(0, 200);
