/**
 * Who may import whom, as data. A file belongs to the room with the longest folder that fits; its own room is always
 * open to it. `docs/decisions/0001` and `0004` give the reasons; the sentence of each room is what a person reads when
 * the rule bites.
 */
export interface Room {
  folder: string;
  /** Folders (or single files) of the repository it may import from. */
  may: string[];
  /** Folders it may take types from, and nothing that runs. */
  mayTypes?: string[];
  /** May it use Node's built-in modules? */
  node: boolean;
  because: string;
}

/** Dated facts, which any body of knowledge may go by. */
const POLICY = 'shared/policy';

/** How a page to print is put together, whatever it is about. */
const PAGES = 'shared/pages';

const KNOWLEDGE = [
  'shared/recipe',
  'shared/semantic-types',
  'shared/channels',
  'shared/codebooks',
  'shared/purposes',
  POLICY,
  'shared/privacy-models',
  'shared/hierarchies',
  'shared/knowledge-sets',
  'shared/facts',
  'shared/fairness',
  'shared/segments',
  'shared/editions',
  'shared/consent',
  'shared/cases',
  'shared/deadlines',
  'shared/join',
  'shared/journal',
  'shared/register',
  'shared/certificate',
  'shared/subjects',
  'shared/retention',
];

/** The one table of what can go wrong; whoever may refuse may name the refusal. */
const FAILURE = 'shared/contract/failure.ts';

/** One text per value, for whatever is hashed or signed. */
const CANONICAL_JSON = 'shared/journal/canonical-json.ts';

/** Every sentence a person reads; whoever says something may take it from there (docs/decisions/0011). */
const TEXT = 'shared/text';

const READ_NOTE = 'electron/engine/journal/read-note-file.ts';
const COMMAND_LINE = [
  TEXT,
  'shared/domain',
  'shared/contract',
  'shared/recipe',
  'electron/engine/create-engine.ts',
  'electron/engine/engine-environment.ts',
  'electron/engine/machine/account-name.ts',
  'electron/engine/machine/disk-full.ts',
  'electron/engine/machine/read-bounded.ts',
  'electron/engine/read-recipe-file.ts',
  // Reports, inventories and recipes get their names the same way, whoever writes them.
  'electron/engine/release/place/write-whole.ts',
];

export const rooms: Room[] = [
  {
    folder: 'shared/domain',
    may: [TEXT],
    mayTypes: ['shared/semantic-types', 'shared/privacy-models'],
    node: false,
    because: 'the nouns know nothing but each other, what they are called, and which ids there are',
  },
  {
    folder: TEXT,
    may: [],
    mayTypes: ['shared'],
    node: false,
    because: 'a sentence is put together from names and numbers; it decides nothing',
  },
  {
    folder: 'shared/plan',
    may: ['shared/domain'],
    node: false,
    because: 'a plan is data about columns, whoever made it',
  },
  {
    folder: 'shared/sql',
    may: ['shared/domain', 'shared/plan'],
    node: false,
    because: 'SQL is written from plans and from nothing else',
  },
  {
    folder: PAGES,
    may: [TEXT],
    node: false,
    because: 'a page is made of labels and values; what they are about is for others to know',
  },
  ...KNOWLEDGE.map((folder): Room => ({
    folder,
    may: [TEXT, 'shared/domain', 'shared/plan', POLICY, PAGES, FAILURE, CANONICAL_JSON],
    mayTypes: ['shared/recipe/operation.ts', 'shared/semantic-types'],
    node: false,
    because: 'each body of knowledge stands alone on the nouns and the plan',
  })),
  {
    folder: 'shared/header-language',
    may: ['shared/domain', 'shared/semantic-types'],
    node: false,
    because: 'column names are read with the words of types; a type knows nothing of the words',
  },
  {
    folder: 'shared/guardrails',
    may: [TEXT, 'shared/domain', 'shared/facts', POLICY],
    mayTypes: ['shared/recipe/operation.ts', 'shared/semantic-types'],
    node: false,
    because: 'a guardrail judges by nouns, the policy in force, and facts that somebody else counted',
  },
  {
    folder: 'shared/roles',
    may: ['shared/domain', 'shared/guardrails', 'shared/semantic-types', POLICY],
    mayTypes: [TEXT],
    node: false,
    because: 'what a column is to whoever meets it follows from its type and from what the guardrails call identifying',
  },
  {
    folder: 'shared/evidence',
    may: [TEXT, 'shared/domain', 'shared/certificate', CANONICAL_JSON],
    node: false,
    because: 'formats in which other programs read what was done: made of certificates and hashes, and of nothing else',
  },
  {
    folder: 'shared/guardrails/type-properties.ts',
    may: ['shared/semantic-types'],
    node: false,
    because:
      'what is free text or a score is a property of the type, so the guardrails ask the types and keep no list of ' +
      'their own',
  },
  {
    folder: 'shared/recipe/check-target.ts',
    may: [TEXT, 'shared/recipe', 'shared/privacy-models', 'shared/domain'],
    node: false,
    because: 'a target is a list of privacy models: whether there is such a model, and with such settings, they say',
  },
  {
    folder: 'shared/recipe/operations/map-categories.ts',
    may: [TEXT, 'shared/recipe', 'shared/domain', 'shared/plan', 'shared/hierarchies'],
    node: false,
    because: 'a hierarchy that stands in a step is none for the same reasons as one in a file',
  },
  {
    folder: 'shared/recipe/compile-recipe.ts',
    may: [TEXT, 'shared/recipe', 'shared/purposes', 'shared/domain', 'shared/plan', 'shared/sql', FAILURE],
    node: false,
    because: 'the one file in which a recipe meets the SQL printer',
  },
  {
    folder: 'shared/recipe/compile-script.ts',
    may: [TEXT, 'shared/recipe', 'shared/domain', 'shared/plan', 'shared/sql', FAILURE],
    node: false,
    because: 'the other: as a script that engines elsewhere run',
  },
  {
    folder: 'shared/contract',
    may: [TEXT, 'shared/domain'],
    mayTypes: [...KNOWLEDGE, 'shared/guardrails'],
    node: false,
    because: 'the contract says what may be asked, in nouns',
  },
  {
    folder: 'shared/contract/records.ts',
    may: [TEXT, 'shared/domain', 'shared/contract', 'shared/register'],
    mayTypes: KNOWLEDGE,
    node: false,
    because: 'which kinds of record there are, their definitions say, and the contract keeps no list of its own',
  },
  {
    folder: 'shared/contract/breaches.ts',
    may: [TEXT, 'shared/domain', 'shared/contract', 'shared/cases'],
    mayTypes: KNOWLEDGE,
    node: false,
    because: 'what can be stated of a breach, its record says, and the contract keeps no second list of it',
  },
  {
    folder: 'electron/engine',
    may: ['shared', 'resources'],
    node: true,
    because: 'the engine is a Node program that knows neither window nor command line',
  },
  {
    folder: 'electron/cli',
    may: COMMAND_LINE,
    node: true,
    because: 'the command line is a thin caller of the contract',
  },
  {
    folder: 'electron/cli/commands/register.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/journal/read-journal.ts', READ_NOTE],
    node: true,
    because: 'a register is listed and verified without a key, so without an open workspace',
  },
  {
    folder: 'electron/cli/commands/register-cosigners.ts',
    may: [
      'electron/cli',
      ...COMMAND_LINE,
      'electron/engine/journal/countersign.ts',
      'electron/engine/keys/cosigner-key.ts',
      'electron/engine/keys/register-crypto.ts',
      'shared/journal/signed-note.ts',
      READ_NOTE,
    ],
    node: true,
    because: 'whoever countersigns a head has a key of their own and no workspace',
  },
  {
    folder: 'electron/cli/commands/operator.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/journal/read-journal.ts'],
    node: true,
    because: 'who works in a workspace stands in its register, which is read without a key',
  },
  {
    folder: 'electron/cli/commands/register-records.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/use-cases/records/records-of-folder.ts'],
    node: true,
    because: 'records of the register are read without a key, so without an open workspace',
  },
  {
    folder: 'electron/cli/commands/compile.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/keys/pads-file.ts'],
    node: true,
    because: 'pads for another engine are made from a key file, without a workspace',
  },
  {
    folder: 'electron/cli/commands/certificate.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/release/check-certificate-file.ts'],
    node: true,
    because: 'a certificate is checked by whoever has it, without a workspace',
  },
  {
    folder: 'electron/cli/commands/register-print.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/journal/print-history.ts'],
    node: true,
    because: 'the history is printed from a register without a key, so without an open workspace',
  },
  {
    folder: 'electron/cli/commands/register-heads.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/journal/heads.ts', READ_NOTE],
    node: true,
    because: 'heads and proofs are taken out of a register without a key, so without an open workspace',
  },
  {
    folder: 'electron/cli/commands/register-stamps.ts',
    may: ['electron/cli', ...COMMAND_LINE, 'electron/engine/journal/stamped-heads.ts', READ_NOTE],
    node: true,
    because: 'what is to be stamped is taken out of a register without a key, so without an open workspace',
  },
  {
    folder: 'electron/preload',
    may: ['shared/contract'],
    mayTypes: ['shared/domain'],
    node: false,
    because: 'the bridge carries messages and knows none of them',
  },
  {
    folder: 'electron/main',
    may: [TEXT, 'shared/contract', 'shared/domain', 'resources'],
    node: true,
    because: 'the shell has windows and no data logic; it starts the engine by its path',
  },
  {
    folder: 'renderer',
    may: [TEXT, 'shared/domain', 'shared/plan', 'shared/contract', 'shared/guardrails', 'shared/roles', ...KNOWLEDGE],
    node: false,
    because: 'the window asks the engine through the contract and never writes SQL',
  },
];

/**
 * Which packages may be used where. `folders` are the only ones that may import the package; a package that is in no
 * line may be imported by nobody but tests, so a new dependency is a line here first.
 */
export interface PackageRule {
  packages: string[];
  folders: string[];
  /** Everybody who may see the folder may also have the package's types. */
  typesAnywhereIn?: string[];
  because: string;
}

/** Asks each library for its version, and nothing else. */
const VERSIONS = 'electron/engine/machine/engine-versions.ts';

export const packageRules: PackageRule[] = [
  {
    packages: ['zod'],
    folders: [
      'shared/domain',
      'shared/contract',
      ...KNOWLEDGE,
      'shared/guardrails',
      'shared/evidence',
      'electron',
      'renderer',
    ],
    because: 'schemas are pure; a plan and its SQL need none',
  },
  {
    packages: ['@orpc/contract'],
    folders: ['shared/contract', 'electron/engine/procedures', 'electron/engine/dispatch'],
    typesAnywhereIn: ['electron', 'renderer'],
    because: 'the contract is written in one folder',
  },
  {
    packages: ['stdnum', 'ibantools', 'libphonenumber-js', 'tldts', 'ipaddr.js', 'card-validator'],
    folders: ['shared/semantic-types', 'shared/recipe', 'electron/engine/values', 'electron/engine/written-values'],
    because:
      'values are checked by types, with tools the engine hands them, and by the look at what is written, which ' +
      'trusts no classification',
  },
  {
    packages: ['canonicalize'],
    folders: ['shared/certificate', 'shared/journal', 'shared/recipe', 'shared/plan', 'electron/engine'],
    because: 'canonical JSON is what is hashed and signed',
  },
  {
    packages: ['@noble/ciphers'],
    folders: ['electron/engine/analysis'],
    because: 'enciphering under a key is defined on a connection, where keyed hashes are',
  },
  {
    packages: ['@duckdb/node-api'],
    folders: ['electron/engine/analysis', 'electron/engine/intake', VERSIONS],
    typesAnywhereIn: ['electron/engine'],
    because: 'one folder opens and locks down the data engine',
  },
  {
    packages: ['better-sqlite3'],
    folders: [
      'electron/engine/catalog',
      'electron/engine/journal',
      'electron/engine/workspace',
      'electron/engine/intake',
      'electron/engine/release/formats',
      VERSIONS,
    ],
    typesAnywhereIn: ['electron/engine'],
    because: 'the register has one writer, and files of other formats are read and written at the borders',
  },
  {
    packages: ['saxes'],
    folders: ['electron/engine/intake/xlsx'],
    because:
      'XML from outside is read piece by piece in the worker, and a written workbook is read back by other means than ' +
      'it was written with',
  },
  {
    packages: ['yauzl', 'yazl'],
    folders: ['electron/engine/intake/xlsx', 'electron/engine/intake/packed', 'electron/engine/evidence'],
    because: 'workbooks and evidence packs are ZIPs, and whatever comes from outside may have been made by anybody',
  },
  {
    packages: ['chardet'],
    folders: ['electron/engine/intake/encoding'],
    because: 'what a text may be in is guessed in one place, and said to be a guess',
  },
  {
    packages: ['@iabtechlabtcf/core'],
    folders: ['electron/engine/consent'],
    because: 'TC strings are read where other signals of consent are',
  },
  {
    packages: ['pkijs', 'asn1js'],
    folders: ['electron/engine/stamps'],
    because: 'what authorities for time stamps write is read in one folder',
  },
  {
    packages: ['hucre', 'exceljs'],
    folders: ['electron/engine/intake', 'electron/engine/release', 'electron/engine/register-files'],
    because: 'file formats are read at the border and written at the other',
  },
  {
    packages: ['pdfmake'],
    folders: ['electron/engine/register-files'],
    because: 'what is printed without a window is set in one folder',
  },
  {
    packages: ['@zxcvbn-ts/core', '@zxcvbn-ts/language-common'],
    folders: ['electron/engine/keys'],
    because: 'how strong a passphrase is, is asked where keys are made',
  },
  {
    packages: ['@orpc/server'],
    folders: ['electron/engine', 'electron/cli/terminal/context.ts'],
    because: 'only the engine answers; the command line calls its router in the same process',
  },
  {
    packages: ['@orpc/client'],
    folders: ['renderer/client', 'electron/cli', 'electron/engine/transport', 'electron/engine/create-engine.ts'],
    because: 'one client per caller',
  },
  {
    packages: ['write-file-atomic', 'env-paths'],
    folders: ['electron/engine', 'electron/main', 'electron/cli'],
    because: 'only these touch the disk',
  },
  {
    packages: ['commander', 'cli-progress', '@inquirer/password'],
    folders: ['electron/cli'],
    because: 'the terminal belongs to the command line',
  },
  {
    packages: ['electron'],
    folders: ['electron/main', 'electron/preload'],
    because: 'everything else runs without Electron',
  },
  {
    packages: [
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/form',
      '@mantine/hooks',
      '@mantine/spotlight',
      'lucide-react',
      'get-nonce',
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
    ],
    folders: ['renderer'],
    because: 'the window is the only thing with a face',
  },
  {
    packages: ['@tanstack/react-query', '@tanstack/react-virtual', '@dnd-kit/core', '@dnd-kit/sortable'],
    folders: ['renderer'],
    because: 'the window is the only thing with a face',
  },
  {
    packages: ['ag-grid-community', 'ag-grid-react'],
    folders: ['renderer/grid'],
    because: 'the grid can be replaced by changing one folder',
  },
];
