/**
 * Labels of the bands below, between and from the edges on. `unit` 1: whole numbers (18-24); 0: half-open (18 to <25).
 */
export function bandLabels(edges: number[], unit: 0 | 1): string[] {
  const between = edges.slice(1).map((next, index) => {
    const from = edges[index] ?? 0;
    if (unit === 0) return `${from} to <${next}`;
    return from === next - 1 ? String(from) : `${from}-${next - 1}`;
  });
  return [`<${edges[0]}`, ...between, `${edges.at(-1)}+`];
}
