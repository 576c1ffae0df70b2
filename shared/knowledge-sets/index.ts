import { emailTool } from './email-tool.ts';
import { employer } from './employer.ts';
import type { KnowledgeSet } from './knowledge-set.ts';
import { neighbour } from './neighbour.ts';
import { shopSystem } from './shop-system.ts';
import { sourceHolder } from './source-holder.ts';
import { webAnalytics } from './web-analytics.ts';

const all = [neighbour, employer, emailTool, webAnalytics, shopSystem, sourceHolder] as const;

/** Every id there is. */
export type KnowledgeSetId = (typeof all)[number]['id'];

/** The one list of knowledge sets, from what anybody may know to what nobody else does. */
export const knowledgeSets: readonly KnowledgeSet<KnowledgeSetId>[] = all;
