export type EdgesText = { ok: true; edges: number[] } | { ok: false; word: string };

/** Numbers between spaces, semicolons or commas. */
export function readEdges(text: string): EdgesText {
  const edges: number[] = [];
  for (const word of text.split(/[\s;,]+/).filter(Boolean)) {
    const edge = Number(word);
    if (!Number.isFinite(edge)) return { ok: false, word };
    edges.push(edge);
  }
  return { ok: true, edges };
}
