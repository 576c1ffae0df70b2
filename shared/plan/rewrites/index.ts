import type { Plan } from '../plan-node.ts';
import { mergeChanges } from './merge-changes.ts';
import { pruneUnusedChanges } from './prune-unused-changes.ts';

/** The one ordered list of rewrites: pure functions from a plan to one with the same result. */
export const rewrites: readonly ((plan: Plan) => Plan)[] = [pruneUnusedChanges, mergeChanges];

export const rewritePlan = (plan: Plan): Plan => rewrites.reduce((current, rewrite) => rewrite(current), plan);
