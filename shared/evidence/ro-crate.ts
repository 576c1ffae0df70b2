import type { Certificate } from '#shared/certificate/certificate.ts';
import { evidenceText as text } from '#shared/text/evidence.ts';

/** RO-Crate 1.2, https://w3id.org/ro/crate/1.2 (checked 2026-11-29). */
const version = 'https://w3id.org/ro/crate/1.2';
/** Names the program; it has no address, since nothing of it is online. */
const program = 'urn:custos';

type Entity = Record<string, unknown> & { '@id': string };
const at = (id: string): { '@id': string } => ({ '@id': id });
/** References as the specification wants them: one by itself, several in a list. */
const all = (entities: readonly Entity[]): unknown =>
  entities.length === 1 ? at(entities[0]!['@id']) : entities.map((entity) => at(entity['@id']));

/** A file of the pack. */
export interface CrateFile {
  /** Relative to the pack's root, `/` between folders. */
  path: string;
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
  /** Media type. */
  mediaType: string;
}

export interface CrateInput {
  organisation: string;
  /** ISO 8601. */
  asOf: string;
  madeAt: string;
  /** Version of the program. */
  program: string;
  files: readonly CrateFile[];
  /** Certificates with the path of their file in the pack. */
  releases: readonly { path: string; certificate: Certificate }[];
}

/** Paths are URI references: what a file is called may hold anything. */
const reference = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function releaseEntities({ path, certificate: made }: CrateInput['releases'][number]): Entity[] {
  const inputs = made.inputs.map(({ name, sha256 }) => ({
    '@id': `#source-${sha256}`,
    '@type': 'CreativeWork',
    name,
    identifier: `sha256:${sha256}`,
  }));
  const output = {
    '@id': `#release-${made.output.sha256}`,
    '@type': 'CreativeWork',
    name: made.output.name,
    identifier: `sha256:${made.output.sha256}`,
    subjectOf: at(reference(path)),
  };
  const action = {
    '@id': `#action-${made.output.sha256}`,
    '@type': 'CreateAction',
    name: text.releaseAction(made.output.name),
    endTime: made.createdAt,
    instrument: at('#custos'),
    object: all(inputs),
    result: at(output['@id']),
    ...(made.operator === null ? {} : { agent: at('#organisation') }),
  };
  return [...inputs, output, action];
}

/** The same entity once, as it was first described. */
const once = (entities: readonly Entity[]): Entity[] => [
  ...new Map(entities.map((each) => [each['@id'], each])).values(),
];

/**
 * `ro-crate-metadata.json` of a pack: its files, and each release as a CreateAction from its sources to the released
 * file. Neither sources nor released files lie in the pack; they are named by their hashes.
 */
export function roCrate(input: CrateInput): Record<string, unknown> {
  const files = input.files.map(({ path, bytes, sha256, mediaType }) => ({
    '@id': reference(path),
    '@type': 'File',
    name: path,
    contentSize: String(bytes),
    encodingFormat: mediaType,
    sha256,
  }));
  const released = input.releases.flatMap(releaseEntities);
  const actions = released.filter((entity) => entity['@type'] === 'CreateAction');
  const graph: Entity[] = [
    { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', conformsTo: at(version), about: at('./') },
    {
      '@id': './',
      '@type': 'Dataset',
      name: text.packTitle(input.organisation, input.asOf.slice(0, 10)),
      description: text.packDescription,
      datePublished: input.madeAt,
      license: at('#licence'),
      publisher: at('#organisation'),
      hasPart: all(files),
      ...(actions.length === 0 ? {} : { mentions: all(actions) }),
    },
    { '@id': '#licence', '@type': 'CreativeWork', name: text.packLicence, description: text.packLicence },
    { '@id': '#organisation', '@type': 'Organization', name: input.organisation },
    { '@id': '#custos', '@type': 'SoftwareApplication', name: 'Custos', url: program, version: input.program },
    ...files,
    ...released,
  ];
  return { '@context': `${version}/context`, '@graph': once(graph) };
}
