import type { Router } from '@orpc/server';
import type { Contract } from '#shared/contract/index.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { backupsHandlers } from '#engine/handlers/backups.ts';
import { breachesHandlers } from '#engine/handlers/breaches.ts';
import { classifyHandlers } from '#engine/handlers/classify.ts';
import { editionsHandlers } from '#engine/handlers/editions.ts';
import { audiencesHandlers } from '#engine/handlers/audiences.ts';
import { riskHandlers } from '#engine/handlers/risk.ts';
import { segmentsHandlers } from '#engine/handlers/segments.ts';
import { requestsHandlers } from '#engine/handlers/requests.ts';
import { subjectsHandlers } from '#engine/handlers/subjects.ts';
import { tokensHandlers } from '#engine/handlers/tokens.ts';
import { waysHandlers } from '#engine/handlers/ways.ts';
import { consentHandlers } from '#engine/handlers/consent.ts';
import { datasetsHandlers } from '#engine/handlers/datasets.ts';
import { dueHandlers } from '#engine/handlers/due.ts';
import { elsewhereHandlers } from '#engine/handlers/elsewhere.ts';
import { engineHandlers } from '#engine/handlers/engine.ts';
import { evidenceHandlers } from '#engine/handlers/evidence.ts';
import { fairnessHandlers } from '#engine/handlers/fairness.ts';
import { filesHandlers } from '#engine/handlers/files.ts';
import { hierarchiesHandlers } from '#engine/handlers/hierarchies.ts';
import { impactHandlers } from '#engine/handlers/impact.ts';
import { jobsHandlers } from '#engine/handlers/jobs.ts';
import { joinsHandlers } from '#engine/handlers/joins.ts';
import { keysHandlers } from '#engine/handlers/keys.ts';
import { lawfulnessHandlers } from '#engine/handlers/lawfulness.ts';
import { operatorsHandlers } from '#engine/handlers/operators.ts';
import { policyHandlers } from '#engine/handlers/policy.ts';
import { principlesHandlers } from '#engine/handlers/principles.ts';
import { purposesHandlers } from '#engine/handlers/purposes.ts';
import { qualityHandlers } from '#engine/handlers/quality.ts';
import { recipesHandlers } from '#engine/handlers/recipes.ts';
import { recordsHandlers } from '#engine/handlers/records.ts';
import { relatedHandlers } from '#engine/handlers/related.ts';
import { registerHandlers } from '#engine/handlers/register.ts';
import { registerFilesHandlers } from '#engine/handlers/register-files.ts';
import { releasesHandlers } from '#engine/handlers/releases.ts';
import { retentionHandlers } from '#engine/handlers/retention.ts';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { workspacesHandlers } from '#engine/handlers/workspaces.ts';
import { os } from '../procedures/builder.ts';

/** The whole contract, implemented: the one place that knows every area. A missing handler does not compile. */
export const createRouter = (state: EngineSession): Router<Contract, Record<never, never>> =>
  os.router({
    engine: engineHandlers(state),
    jobs: jobsHandlers(state),
    workspaces: workspacesHandlers(state),
    operators: operatorsHandlers(state),
    datasets: datasetsHandlers(state),
    joins: joinsHandlers(state),
    related: relatedHandlers(state),
    elsewhere: elsewhereHandlers(state),
    classify: classifyHandlers(state),
    lawfulness: lawfulnessHandlers(state),
    consent: consentHandlers(state),
    retention: retentionHandlers(state),
    fairness: fairnessHandlers(state),
    quality: qualityHandlers(state),
    due: dueHandlers(state),
    hierarchies: hierarchiesHandlers(state),
    impact: impactHandlers(state),
    policy: policyHandlers(state),
    purposes: purposesHandlers(state),
    recipes: recipesHandlers(state),
    records: recordsHandlers(state),
    releases: releasesHandlers(state),
    register: registerHandlers(state),
    registerFiles: registerFilesHandlers(state),
    evidence: evidenceHandlers(state),
    principles: principlesHandlers(state),
    settings: settingsHandlers(state),
    audiences: audiencesHandlers(state),
    editions: editionsHandlers(state),
    risk: riskHandlers(state),
    segments: segmentsHandlers(state),
    requests: requestsHandlers(state),
    subjects: subjectsHandlers(state),
    breaches: breachesHandlers(state),
    backups: backupsHandlers(state),
    keys: keysHandlers(state),
    tokens: tokensHandlers(state),
    ways: waysHandlers(state),
    files: filesHandlers(state),
  });
