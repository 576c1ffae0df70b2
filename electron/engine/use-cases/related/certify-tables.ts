import { basename } from 'node:path';
import { leftOutColumns, type AnonymisedTables, type LeftOutRows } from '#shared/domain/anonymised-tables.ts';
import { certifiedFindings } from '#shared/certificate/certified-attacks.ts';
import { signedText } from '#shared/certificate/certificate.ts';
import {
  tablesCertificate,
  tablesCertificateFormat,
  tablesCertificateFormatVersion,
  type TablesCertificate,
} from '#shared/certificate/tables-certificate.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { engineVersions } from '#engine/machine/engine-versions.ts';
import { decimal } from '#engine/privacy/judge-models.ts';
import type { StagedFile } from '#engine/release/place/place-file.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { signerOfWorkspace } from '../releases/workspace-signer.ts';
import type { AskedTables } from './asked-tables.ts';
import type { AttackedJoin } from './attack-joined.ts';
import type { JudgedTables } from './judge-tables.ts';
import type { LoadedTable } from './load-table.ts';
import type { MeasuredJoin } from './measure-joined.ts';
import type { WrittenTable } from './write-tables.ts';

/** One of the tables, staged beside its place and measured. */
export interface StagedTable {
  loaded: LoadedTable;
  written: WrittenTable;
  file: StagedFile;
  target: string;
  leftOut: { why: LeftOutRows; rows: number }[];
  loss: number;
}

/** A release that is whole but bears no name yet. */
export interface StagedTables {
  releaseId: string;
  tables: readonly StagedTable[];
  measured: MeasuredJoin;
  targetK: number;
  counts: AnonymisedTables['counts'];
  loss: number;
  attacked: AttackedJoin;
  judged: JudgedTables;
  asked: AskedTables;
}

/** What may be said of it in one paragraph. */
export const statementOf = ({ judged: { label }, targetK, counts }: StagedTables): string =>
  text.statement(label, targetK, counts === 'households');

/** What a reader should know of the release: how it was made, and what it does not say. */
export function notesOf({ tables, asked: { cells }, attacked, judged }: StagedTables): string[] {
  const { findings } = attacked;
  const refused = findings?.results.filter(({ verdict }) => verdict === 'refused').length ?? 0;
  return [
    ...tables.flatMap(({ loaded: { table, dropped }, written: { hidden }, leftOut }) => [
      ...leftOutColumns.flatMap((why) => {
        const columns = dropped.filter((one) => one.why === why).map(({ column }) => column);
        return columns.length === 0 ? [] : [text.dropped[why](table.fileName, columns)];
      }),
      ...leftOut.map(({ why, rows }) => text.leftOut[why](table.fileName, rows)),
      ...(hidden > 0.5 ? [text.hidden(table.fileName, hidden)] : []),
    ]),
    text.freshKeys,
    judged.label === 'anonymised' ? text.madeGlobally : text.made[cells],
    attacked.findings === null ? text.notAttacked(attacked.why) : text.attacked(attacked.columns),
    ...(refused > 0 ? [text.refused(refused)] : []),
    text.asked,
    ...(judged.earlierReleases === null ? [text.noRegister] : []),
  ];
}

function tableOf({ loaded, written, file, target, leftOut, loss }: StagedTable): TablesCertificate['tables'][number] {
  const { table, key, rows, dropped } = loaded;
  return {
    input: {
      name: table.fileName,
      sha256: table.sha256,
      rows,
      rejectedRows: table.rejects.total,
      ...(table.rewrites === undefined ? {} : { rewrites: table.rewrites }),
      columns: table.columns.length,
      key: key.name,
    },
    output: {
      name: basename(target),
      format: written.format.id,
      sha256: file.sha256,
      bytes: file.bytes,
      rows: written.rows,
      columns: written.columns.map(({ name }) => name),
      loss: decimal(loss),
    },
    dropped,
    leftOut,
  };
}

/** With its share as a decimal. */
const withText = <T extends { joined: number | null }>(one: T) => ({
  ...one,
  joined: one.joined === null ? null : decimal(one.joined),
});

/** The text of the certificate, signed where there is a workspace to sign for it. */
export function certifyTables(
  { workspace, environment: { appVersion, clock } }: EngineSession,
  staged: StagedTables,
): string {
  const { releaseId, tables, measured, targetK, counts, loss, attacked, judged, asked } = staged;
  const summary = workspace?.summary();
  const { duckdb, node } = engineVersions(appVersion);
  const unsigned = tablesCertificate.parse({
    format: tablesCertificateFormat,
    formatVersion: tablesCertificateFormatVersion,
    releaseId,
    createdAt: clock().toISOString(),
    operator: summary?.operator ?? null,
    workspace: summary === undefined ? null : { id: summary.id, organisation: summary.organisation },
    label: judged.label,
    statement: statementOf(staged),
    purpose: judged.purpose === null ? null : { id: judged.purpose.id, title: judged.purpose.title },
    disclosureTests: judged.tests,
    against: judged.against,
    tables: tables.map(tableOf),
    measured: {
      k: measured.k,
      targetK,
      counts,
      people: measured.people,
      cells: asked.cells,
      classes: measured.classes,
      loss: decimal(loss),
    },
    settings: {
      rowsPerPerson: asked.rowsPerPerson,
      effort: asked.effort,
      household: asked.household ?? null,
      hierarchies: [...asked.hierarchies.keys()],
    },
    guardrails: judged.guardrails,
    earlierReleases: judged.earlierReleases?.map(withText) ?? null,
    earlierEditions: judged.earlierEditions.map(withText),
    ...(attacked.findings === null ? {} : { attacks: certifiedFindings(attacked.findings) }),
    notes: notesOf(staged),
    versions: { app: appVersion, duckdb, node },
    signature: null,
  });
  if (workspace === null) return `${canonicalJson(unsigned)}\n`;
  const { publicKey, keyId, sign } = signerOfWorkspace(workspace.keys);
  const signature = sign(Buffer.from(signedText(unsigned), 'utf8'));
  const signed = { ...unsigned, signature: { algorithm: 'Ed25519' as const, publicKey, keyId, signature } };
  return `${canonicalJson(signed)}\n`;
}
