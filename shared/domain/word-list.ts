/** The words of a text that may be written over several lines: `wordList(\`a b⏎c\`)` is `['a', 'b', 'c']`. */
export const wordList = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
