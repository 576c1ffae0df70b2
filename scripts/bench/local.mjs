// One case of local recoding, as another program measures it:
//   node scripts/bench/local.mjs sample|adult quick|long      node scripts/bench/local.mjs rows COUNT
// Prints one line of JSON: seconds of the clock and of the processor for the grouping alone, peak memory of the
// process in megabytes, what it costs, and what knowing the algorithm tells of a column. `rows` groups rows drawn like the sample's,
// and fewer of them once in blocks and once in one piece.
import { groupRows } from '#engine/anonymise/local/group-rows.ts';
import { recodeOnHierarchies } from '#engine/anonymise/local/recode-on-hierarchies.ts';
import { measureRefinement, releasedLabels, releasedSets } from '#engine/anonymise/attack/refinement.ts';
import { adultColumns, bandedSample, drawn } from './local-input.mjs';

const [what, how = 'quick'] = process.argv.slice(2);
const k = 5;
const seed = 1;

async function timed(work) {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const { groupOf, ...found } = await work();
  const { user, system } = process.cpuUsage(used);
  const figures = {
    wallSeconds: (performance.now() - begun) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  return { groupOf, ...found, figures };
}

const cases = {
  async sample() {
    const table = bandedSample();
    const { groupOf, groups, ncp, exact, figures } = await timed(() => groupRows(table, { k, seed, effort: how }));
    const column = table.columns.findIndex(({ name }) => name === 'annual_income');
    const refined = await measureRefinement(releasedSets(table, groupOf, groups), { column, k });
    return { ncp, exact, refined, ...figures };
  },
  async adult() {
    const columns = adultColumns();
    const { figures, ncp, ...found } = await timed(() => recodeOnHierarchies(columns, { k, seed, effort: how }));
    const column = columns.findIndex(({ hierarchy }) => hierarchy.column === 'occupation');
    const refined = await measureRefinement(releasedLabels(columns, found), { column, k });
    return { ncp, refined, ...figures };
  },
  async rows() {
    const sample = bandedSample();
    const part = drawn(sample, 36_000);
    const table = drawn(sample, Number(how));
    const { ncp, exact, figures } = await timed(() => groupRows(table, { k, seed }));
    const blocked = (await groupRows(part, { k, seed })).ncp;
    return { ncp, exact, ...figures, blocked, unblocked: (await groupRows(part, { k, seed, atOnce: Infinity })).ncp };
  },
};
process.stdout.write(`${JSON.stringify(await cases[what]())}\n`);
