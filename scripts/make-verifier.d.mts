export function pageAround(program: string): string;
