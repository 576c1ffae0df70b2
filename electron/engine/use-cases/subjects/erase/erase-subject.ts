import type { KeepConsent, KeepOnErasure, SubjectErased } from '#shared/contract/subjects.ts';
import { refusalWords } from '#shared/text/requests.ts';
import { eraseText } from '#shared/text/engine/erase.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '#engine/use-cases/require-enterable.ts';
import { requiredReason } from '#engine/use-cases/required-reason.ts';
import { rewriteDatasets } from '#engine/use-cases/rewrite/rewrite-datasets.ts';
import { addToList, hashesToAdd } from '#engine/suppression/suppression-list.ts';
import { forgetLookedUp } from '#engine/use-cases/tokens/look-up-tokens.ts';
import { requireDatasetsNotHeld, requireNotHeld } from '#engine/use-cases/retention/held-people.ts';
import { enterSearch } from '../find-subject.ts';
import { peopleOfLedger } from '../people-of-ledger.ts';
import { searchWorkspace, type Searched } from '../search-workspace.ts';
import { eraseConsent, eventsOf, saidNo } from './erase-consent.ts';
import { holdsAnyOf, type Holds } from './holds.ts';
import { identifiersOf } from './identifiers.ts';
import { keepsOf } from './keep.ts';
import { mendRecipes, recipesWith } from './mend-recipes.ts';
import { planErasure } from './plan-erasure.ts';
import { whatRemains } from './what-remains.ts';

interface Asked {
  values: readonly string[];
  reason: string;
  by: readonly string[];
  dryRun: boolean;
  suppress: boolean;
  keep: readonly KeepOnErasure[];
  keepConsent?: KeepConsent | undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What an erasure is made of, found before anything is changed. */
async function look(state: EngineSession, job: JobContext, { values, by, suppress, keep, keepConsent }: Asked) {
  const searched = await searchWorkspace(state, job, values, { hashAll: false });
  const { workspace } = searched.search;
  const identifiers = await identifiersOf(state, searched, by);
  const holds = holdsAnyOf(identifiers);
  const { planned, left } = await planErasure(searched, identifiers, holds, await keepsOf(state, keep, searched.cells));
  const own = [...searched.ofOnePerson.map(({ typed }) => typed), ...searched.spellings];
  const people = peopleOfLedger(workspace, own);
  const consent = eventsOf(workspace, people, keepConsent);
  const recipes = recipesWith(state, [...searched.cells.keys()], holds);
  const touched = new Set(planned.map(({ told }) => told.datasetId));
  const kept = suppress || saidNo(workspace, people) ? hashesToAdd(workspace, own) : [];
  const remains = await whatRemains(searched, touched, holds);
  return { searched, holds, planned, left, own, people, consent, recipes, kept, remains };
}

type Found = Awaited<ReturnType<typeof look>>;

function outcome({ searched, planned, left, consent, recipes, kept, remains }: Found): Omit<SubjectErased, 'dryRun'> {
  return {
    datasets: planned.map(({ told }) => told),
    tokens: sum([...searched.tokens.values()].map(({ length }) => length)),
    consents: consent.kept === null ? consent.events : 0,
    consentsKept: consent.kept === null ? 0 : consent.events,
    recipes: recipes.length,
    suppressed: kept.length,
    left,
    remains: [...keptWords(planned.map(({ told }) => told)), ...keptConsentWords(consent), ...remains],
    places: searched.search.found.searched.length,
    registerEntry: null,
  };
}

/** What a law keeps, among what remains. */
const keptWords = (datasets: SubjectErased['datasets']): SubjectErased['remains'] =>
  datasets.flatMap(({ name, kept }) =>
    kept === null
      ? []
      : [
          {
            what: eraseText.kept(name, kept.rows, kept.emptied.length === 0 ? null : kept.columns),
            why: eraseText.keptWhy(refusalWords[kept.ground], kept.reason),
          },
        ],
  );

const keptConsentWords = ({ events, kept }: Found['consent']): SubjectErased['remains'] =>
  kept === null
    ? []
    : [{ what: eraseText.keptConsent(events), why: eraseText.keptWhy(refusalWords[kept.ground], kept.reason) }];

const isNothing = ({ datasets, tokens, consents, recipes }: Omit<SubjectErased, 'dryRun'>): boolean =>
  datasets.length + tokens + consents + recipes === 0;

/** Files first, each whole or not at all: what is cut off here is found and done when the person is erased once more. */
async function eraseFiles(
  state: EngineSession,
  { recipes, searched }: Found,
  holds: Holds,
  reason: string,
): Promise<SubjectErased['remains']> {
  for (const [domain, tokens] of searched.tokens) await forgetLookedUp(state, { domain, tokens: [...tokens], reason });
  return mendRecipes(state, recipes, holds);
}

/** The entry by counts; inside the transaction in which the datasets change. */
function enter({ workspace }: Searched['search'], found: Found, made: Omit<SubjectErased, 'dryRun'>, reason: string) {
  const { datasets, left, remains, places, tokens, consents, recipes, suppressed } = made;
  return workspace.register.append({
    kind: 'subject.erased',
    subjectRef: workspace.id,
    payload: {
      identifiers: found.searched.search.sought.length,
      places,
      reason,
      datasets: datasets.length,
      rows: sum(datasets.map(({ rows }) => rows)),
      cells: sum(datasets.map(({ cells }) => cells)),
      rejectedRows: sum(datasets.map(({ rejectedRows }) => rejectedRows)),
      tokens,
      consents,
      consentBatches: found.consent.kept === null ? eraseConsent(workspace, found.people) : [],
      recipes,
      codebooks: datasets.filter(({ codebook }) => codebook).length,
      suppressed,
      left: sum(left.map(({ rows }) => rows)),
      remains: remains.length,
      ...(found.consent.kept === null ? {} : { consentsKept: { events: found.consent.events, ...found.consent.kept } }),
      kept: datasets.flatMap(({ datasetId, kept }) =>
        kept === null
          ? []
          : [
              {
                datasetId,
                rows: kept.rows,
                columns: kept.columns.length,
                emptied: kept.emptied,
                ground: kept.ground,
                reason: kept.reason,
              },
            ],
      ),
    },
  }).seq;
}

/**
 * Takes one person out of everything that the workspace holds (GDPR Art. 17): records about them, their names in records
 * of others, rows that could not be read, tokens, lists of recipes, codebooks, events of the consent ledger. Nobody else
 * is: a town, a surname or a shared telephone erases no record. What is left for a person to decide and what Custos
 * cannot reach is said. Where they had said no to anything, or it is asked for, keyed hashes keep that.
 * @throws Failure WRONG_USAGE where a value is many people's, or without a reason; ROLE_REFUSED, WORKSPACE_READ_ONLY,
 *   JOB_CANCELLED
 */
export async function eraseSubject(state: EngineSession, job: JobContext, asked: Asked): Promise<SubjectErased> {
  const workspace = state.requireWorkspace();
  const { dryRun } = asked;
  if (!dryRun) requireEnterable(workspace, 'subject.erased');
  const reason = dryRun ? asked.reason : requiredReason(asked.reason, eraseText.reason);
  const found = await look(state, job, asked);
  if (!dryRun) requireNotHeld(state, found.searched.search.sought);
  const made = outcome(found);
  if (dryRun) return { ...made, dryRun };
  requireDatasetsNotHeld(
    state,
    made.datasets.filter(({ kept }) => kept === null),
  );
  const keep = (): void => {
    if (found.kept.length > 0)
      addToList(workspace, found.kept, { at: state.now(), reason, identifiers: asked.values.length });
  };
  if (isNothing(made)) {
    job.commit();
    const registerEntry = workspace.transaction(() => {
      keep();
      return enterSearch(found.searched.search);
    });
    return { ...made, dryRun, registerEntry };
  }
  made.remains.push(...(await eraseFiles(state, found, found.holds, reason)));
  let registerEntry = 0;
  await rewriteDatasets(
    state,
    job,
    found.planned.map(({ plan }) => plan),
    {
      reason,
      cause: 'erasure',
      enter: () => {
        keep();
        registerEntry = enter(found.searched.search, found, made, reason);
      },
    },
  );
  return { ...made, dryRun, registerEntry };
}
