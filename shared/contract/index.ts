import { audiences } from './audiences.ts';
import { backups } from './backups.ts';
import { breaches } from './breaches.ts';
import { classify } from './classify.ts';
import { consent } from './consent.ts';
import { datasets } from './datasets.ts';
import { due } from './due.ts';
import { editions } from './editions.ts';
import { elsewhere } from './elsewhere.ts';
import { engine } from './engine.ts';
import { evidence } from './evidence.ts';
import { fairness } from './fairness.ts';
import { files } from './files.ts';
import { hierarchies } from './hierarchies.ts';
import { impact } from './impact.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { operators } from './operators.ts';
import { joins } from './joins.ts';
import { lawfulness } from './lawfulness.ts';
import { policy } from './policy.ts';
import { principles } from './principles.ts';
import { purposes } from './purposes.ts';
import { quality } from './quality.ts';
import { recipes } from './recipes.ts';
import { records } from './records.ts';
import { register } from './register.ts';
import { registerFiles } from './register-files.ts';
import { related } from './related.ts';
import { releases } from './releases.ts';
import { retention } from './retention.ts';
import { requests } from './requests.ts';
import { risk } from './risk.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { subjects } from './subjects.ts';
import { tokens } from './tokens.ts';
import { ways } from './ways.ts';
import { workspaces } from './workspaces.ts';

/** Each part by its own type: all of them at once are more than a declaration can hold. */
export type Contract = {
  engine: typeof engine;
  jobs: typeof jobs;
  workspaces: typeof workspaces;
  operators: typeof operators;
  datasets: typeof datasets;
  editions: typeof editions;
  joins: typeof joins;
  related: typeof related;
  elsewhere: typeof elsewhere;
  classify: typeof classify;
  lawfulness: typeof lawfulness;
  consent: typeof consent;
  retention: typeof retention;
  fairness: typeof fairness;
  quality: typeof quality;
  due: typeof due;
  hierarchies: typeof hierarchies;
  impact: typeof impact;
  policy: typeof policy;
  purposes: typeof purposes;
  recipes: typeof recipes;
  records: typeof records;
  releases: typeof releases;
  requests: typeof requests;
  risk: typeof risk;
  audiences: typeof audiences;
  segments: typeof segments;
  subjects: typeof subjects;
  breaches: typeof breaches;
  backups: typeof backups;
  keys: typeof keys;
  ways: typeof ways;
  register: typeof register;
  registerFiles: typeof registerFiles;
  evidence: typeof evidence;
  principles: typeof principles;
  settings: typeof settings;
  tokens: typeof tokens;
  files: typeof files;
};

/** Everything that may be asked of the engine: by the window, the command line and tests alike. */
export const contract: Contract = {
  engine,
  jobs,
  workspaces,
  operators,
  datasets,
  editions,
  joins,
  related,
  elsewhere,
  classify,
  lawfulness,
  consent,
  retention,
  fairness,
  quality,
  due,
  hierarchies,
  impact,
  policy,
  purposes,
  recipes,
  records,
  releases,
  requests,
  risk,
  audiences,
  segments,
  subjects,
  breaches,
  backups,
  keys,
  tokens,
  ways,
  register,
  registerFiles,
  evidence,
  principles,
  settings,
  files,
};
