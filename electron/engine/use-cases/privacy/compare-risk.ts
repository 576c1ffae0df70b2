import type { ComparedRisk } from '#shared/contract/risk.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf, usualK } from '#shared/domain/recipe-target.ts';
import type { RiskCheck } from '#shared/domain/risk-check.ts';
import { isReadable, protectedOutputs } from '#shared/guardrails/output-view.ts';
import { knowledgeSets } from '#shared/knowledge-sets/index.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { countedRoles } from '#shared/domain/recipe-roles.ts';
import { rolesInForce, type SuggestedRole } from '#shared/roles/suggest-roles.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { riskText } from '#shared/text/engine/risk.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { checkTable, type Population } from '#engine/privacy/check/check-table.ts';
import type { KnownColumn } from '#engine/privacy/check/find-by-knowledge.ts';
import { countedPerson } from '#engine/privacy/person/counted-person.ts';
import { countsPeople } from '#engine/privacy/person/person-column.ts';
import { measureOutput, type MeasuredOutput } from '#engine/release/measure-output.ts';
import { noiseSecret } from '#engine/run-recipe/plan-hash.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { transformRows, type TransformedRows } from '#engine/run-recipe/transform-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { isOnConsent } from '../consent/is-on-consent.ts';
import { ledgerForTable } from '../consent/ledger-for-table.ts';
import { fewestShown, specialColumns } from '../kept/what-is-shown.ts';
import { measureKept } from '../kept/measure-kept.ts';
import { readSource } from '../kept/read-source.ts';
import { frontierOf } from './frontier-of.ts';

interface Comparing {
  state: EngineSession;
  table: TableInHand;
  recipe: Recipe | null;
  findings: readonly Finding[];
  roles: readonly SuggestedRole[];
  population: Population | null;
  /** Columns of a special category whose values nobody asked to see. */
  withheld: ReadonlySet<string>;
}

const shares = (job: JobContext) => (share: number) =>
  job.progress({ phase: 'measuring', done: Math.round(share * 100), total: 100, unit: 'percent' });

/** The column by which people are counted, as a release counts them; undefined: rows are. */
async function personOf({ table, findings }: Comparing): Promise<{ name: string; sql: string } | undefined> {
  const column = await countedPerson(table, findings);
  if (column === null) return undefined;
  const sql = `nullif(${quoteIdentifier(column.physical)}, '')`;
  const [ids] = await table.duck.query<{ rows: number; filled: number; distinct: number }>(
    `SELECT count(*) AS rows, count(${sql}) AS filled, count(DISTINCT ${sql}) AS "distinct" FROM ${table.relation}`,
  );
  return ids !== undefined && countsPeople(ids) ? { name: column.name, sql } : undefined;
}

/** The dataset as imported, over these source columns. */
async function checkSource(comparing: Comparing, counted: ReadonlySet<string>, job: JobContext): Promise<RiskCheck> {
  const { table, findings, roles, recipe, population } = comparing;
  const roleOf = new Map(roles.map(({ column, role }) => [column, role]));
  const columns = table.columns.map(({ name, physical }): KnownColumn => ({
    name,
    sql: quoteIdentifier(physical),
    findings: findings.filter((finding) => finding.name === name),
  }));
  const person = await personOf(comparing);
  const k = recipe === null ? usualK : kOf(recipe);
  const check = await checkTable({
    duck: table.duck,
    relation: table.relation,
    counted: columns.filter(({ name }) => counted.has(name)),
    guarded: columns.filter(({ name }) => roleOf.get(name) === 'to-protect'),
    readable: columns.filter(({ name }) => roleOf.get(name) !== 'identifying'),
    person: person?.sql,
    k,
    threshold: 1 / k,
    population,
    sets: knowledgeSets,
    signal: job.signal,
    onProgress: shares(job),
  });
  return person === undefined
    ? check
    : { ...check, warnings: [riskText.countsPeople(person.name, ''), ...check.warnings] };
}

/** The rows that the recipe would write, over the columns that k counts of them. */
function checkOutput(
  { recipe, findings, roles, population }: Comparing & { recipe: Recipe },
  rows: TransformedRows,
  { kept, qi }: MeasuredOutput,
  job: JobContext,
): Promise<RiskCheck> {
  const { outputs } = rows.compiled;
  const guarded = new Set([
    ...protectedOutputs({ findings, outputs: [...outputs], release: recipe.release, ...countedRoles(recipe) }),
    ...roles.filter(({ role }) => role === 'to-protect').map(({ column }) => column),
  ]);
  const readable = outputs
    .filter(({ treatment }) => isReadable(treatment))
    .map(({ name, physical, sources }) => ({
      name,
      sql: physical,
      findings: findings.filter((finding) => sources.includes(finding.name)),
      sources,
    }));
  const k = kOf(recipe);
  return checkTable({
    duck: rows.duck,
    relation: kept,
    counted: qi,
    guarded: readable.filter(({ name, sources }) => [name, ...sources].some((column) => guarded.has(column))),
    readable,
    person: rows.person?.sql,
    k,
    threshold: 1 / k,
    population,
    sets: knowledgeSets,
    signal: job.signal,
    onProgress: shares(job),
  });
}

/** Without a recipe: what could be known of a person, by the roles. */
const knownColumns = (roles: readonly SuggestedRole[]): Set<string> =>
  new Set(
    roles.filter(({ role }) => role === 'could-be-known' || role === 'same-for-a-group').map(({ column }) => column),
  );

async function compareWithRecipe(comparing: Comparing & { recipe: Recipe }, job: JobContext): Promise<ComparedRisk> {
  const { state, table, recipe, findings } = comparing;
  const purpose = state.findPurpose(recipe.purpose);
  const { referenceDate } = recipe;
  const rows = await transformRows({
    source: table,
    recipe,
    purpose,
    onConsent: isOnConsent(state, purpose),
    ledger: ledgerForTable(state, { ...table, findings }, { purpose, referenceDate }),
    findings,
    keys: state.workspace?.keys ?? previewKeys(),
    referenceDate,
    overrides: state.policyOverrides(),
    spreadsheet: false,
    emptyIsNull: false,
    signal: job.signal,
  });
  try {
    const least = fewestShown(recipe);
    const source = await readSource(rows, { table, profiles: await table.profiles(), least, signal: job.signal });
    // What is drawn is drawn as the release would draw it.
    const secret = noiseSecret(state.workspace?.keys ?? null, table.sha256, rows.compiled);
    const measured = await measureOutput(rows, { recipe, findings, secret, signal: job.signal });
    const byName = new Map(rows.compiled.outputs.map(({ name, sources }) => [name, sources]));
    const counted = new Set(measured.qi.flatMap(({ name }) => byName.get(name) ?? []));
    const before = await checkSource(comparing, counted, jobPart(job, 15, 55));
    const after = await checkOutput(comparing, rows, measured, jobPart(job, 55, 80));
    const frontier = await frontierOf({ ...comparing, signal: job.signal }, rows, measured);
    const kept = await measureKept({
      rows,
      measured,
      source,
      columns: table.columns,
      withheld: comparing.withheld,
      least,
      signal: job.signal,
      onShare: shares(jobPart(job, 85, 100)),
    });
    return { before, after, frontier, kept };
  } finally {
    await rows.close();
  }
}

/**
 * A dataset as imported and under its recipe, measured over the same columns.
 * @throws Failure DATASET_UNKNOWN, WRONG_USAGE where the population is smaller than the dataset, JOB_CANCELLED
 */
export async function compareRisk(
  state: EngineSession,
  job: JobContext,
  asked: { datasetId: string; recipe: Recipe | null; population?: number | undefined },
): Promise<ComparedRisk> {
  const { recipe } = asked;
  const population = asked.population === undefined ? null : { people: asked.population };
  return withDataset(
    state,
    asked.datasetId,
    async (table) => {
      const findings = await table.findings();
      const withheld = specialColumns(findings, table.session.hiddenColumns());
      const comparing = { state, table, findings, population, withheld, roles: rolesInForce(findings, recipe) };
      if (recipe !== null && recipe.steps.length > 0 && checkRecipe(recipe, table.columns).length === 0)
        return compareWithRecipe({ ...comparing, recipe }, job);
      const before = await checkSource({ ...comparing, recipe }, knownColumns(comparing.roles), job);
      return { before, after: null, frontier: null, kept: null };
    },
    { interrupt: job.signal },
  );
}
