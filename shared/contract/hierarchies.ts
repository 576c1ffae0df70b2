import { z } from 'zod';
import { proposedHierarchyKinds } from '#shared/domain/hierarchy-kinds.ts';
import { method } from './failure.ts';

/** Rows of a hierarchy: each a value and its labels upwards. */
const hierarchyRows = z.array(z.array(z.string()).min(2).max(50)).max(100_000);

/**
 * The values of a column with their rows, commonest first, and hierarchies for them. `hidden`: the column is masked, so
 * only values that at least `least` people share are named; `others` are the rest, null in number where they are fewer
 * people than that. Where a column tells people apart who have several rows, `people` counts them; `several`: some of them
 * have several of the values, so that a group has at most as many people as its values together.
 */
export const hierarchyProposals = z.object({
  least: z.number(),
  hidden: z.boolean(),
  values: z.array(z.object({ value: z.string(), rows: z.number(), people: z.number().optional() })),
  counts: z.enum(['people', 'rows']),
  several: z.boolean(),
  others: z.object({ values: z.number().nullable(), rows: z.number().nullable() }).nullable(),
  proposals: z.array(
    z.object({
      kind: z.enum(proposedHierarchyKinds),
      source: z.string(),
      rows: hierarchyRows,
      coveredValues: z.number(),
      coveredRows: z.number(),
    }),
  ),
});
export type HierarchyProposals = z.infer<typeof hierarchyProposals>;
export type HierarchyProposal = HierarchyProposals['proposals'][number];

/** How the values of a column are put into ever fewer groups, as a tree or as ARX's files. */
export const hierarchies = {
  /** Of a masked column: an entry in the access log. */
  propose: method.input(z.object({ datasetId: z.string(), column: z.string() })).output(hierarchyProposals),
  importFile: method
    .input(z.object({ grantId: z.string() }))
    .output(z.object({ fileName: z.string(), rows: hierarchyRows })),
  /** `likeGrantId`: the file the rows were read from, whose bytes they keep where nothing was changed. */
  exportFile: method
    .input(z.object({ rows: hierarchyRows, grantId: z.string(), likeGrantId: z.string().optional() }))
    .output(z.object({ fileName: z.string() })),
};
