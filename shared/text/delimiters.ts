const delimiters: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  ' ': 'space',
  '^': 'caret',
  '~': 'tilde',
  ':': 'colon',
  '\x01': 'control character 1',
  '\x1f': 'unit separator',
};

/** What a delimiter is called in a sentence. */
export const delimiterName = (delimiter: string): string => delimiters[delimiter] ?? `“${delimiter}”`;
