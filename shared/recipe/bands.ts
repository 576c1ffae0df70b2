import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import type { SettingProblem } from './operation.ts';

/** Lower bounds of bands, ascending. */
export const edgeList = z.array(z.number()).min(1).max(1000);

export const checkEdges = (edges: number[]): SettingProblem[] =>
  edges.some((edge, index) => index > 0 && edge <= (edges[index - 1] ?? Number.NEGATIVE_INFINITY))
    ? [{ setting: 'edges', code: 'edges-order', sentence: operationsText.common.edgesOrder }]
    : [];
