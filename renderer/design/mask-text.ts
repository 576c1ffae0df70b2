/**
 * A masked value as it is drawn: the engine's shape with one dot for a word and two digits for many, so that a column
 * of them is quiet and the signs between them (the @ of an address, the dots of a date) are what is seen.
 */
export const maskText = (shape: string): string => shape.replace(/[Aa]aa•••/g, '•').replace(/999•••/g, '99…');
