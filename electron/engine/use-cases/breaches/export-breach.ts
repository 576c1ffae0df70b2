import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { fillForm } from '#shared/cases/breach/fill-cells.ts';
import { formJson, formPage } from '#shared/cases/breach/form-page.ts';
import { breachForm } from '#shared/cases/breach/forms/index.ts';
import { letterPage } from '#shared/cases/breach/letter-page.ts';
import { registerJson, registerOfBreaches } from '#shared/cases/breach/register-page.ts';
import type { BreachExportKind } from '#shared/contract/breaches.ts';
import { Failure } from '#shared/contract/failure.ts';
import { documentPage, type PageDocument } from '#shared/pages/page-document.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import { breachExports } from '#shared/text/cases/breach-exports.ts';
import { printDocument } from '#engine/register-files/print-document.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { breachViewOf } from './breach-view-of.ts';
import { storedBreach, storedBreaches } from './breach-cases.ts';

/** What is to be written: as a page, for programs where there is such a form, and how far it is filled. */
interface Made {
  id: string;
  ref: string | null;
  page: PageDocument;
  json: string | null;
  filled: number;
  fields: number;
}

function ofAll(state: EngineSession): Made {
  const workspace = state.requireWorkspace();
  const { breaches, unreadable } = storedBreaches(workspace);
  const bodies = breaches
    .map(({ body }) => body)
    .toSorted((one, other) => (one.facts.awareAt < other.facts.awareAt ? 1 : -1));
  const { organisation } = workspace.summary();
  const about = { at: state.now(), workspaceId: workspace.id, organisation, unreadable: unreadable.length };
  const [page, json] = [registerOfBreaches(bodies, about), registerJson(bodies, about)];
  return { id: workspace.id, ref: null, page, json, filled: 0, fields: 0 };
}

function ofOne(state: EngineSession, word: string, what: Exclude<BreachExportKind, 'register'>): Made {
  const workspace = state.requireWorkspace();
  const { id, body } = storedBreach(workspace, word);
  const view = breachViewOf(state, body);
  if (what === 'letter') return { id, ref: body.ref, page: letterPage(view), json: null, filled: 0, fields: 0 };
  const made = { at: state.now(), workspaceId: workspace.id };
  const { filled, fields } = fillForm(view, breachForm(what));
  return { id, ref: body.ref, page: formPage(view, what, made), json: formJson(view, what, made), filled, fields };
}

async function contentOf(state: EngineSession, { page, json }: Made, path: string, what: BreachExportKind) {
  switch (extname(path).toLowerCase()) {
    case '.json':
      if (json === null) throw new Failure('WRONG_USAGE', text.noJson(breachExports[what]));
      return { content: Buffer.from(json), missing: [] };
    case '.html':
      return { content: Buffer.from(documentPage(page)), missing: [] };
    case '.pdf': {
      const { resourcesDirectory: resources } = state.environment;
      const { bytes, missing } = await printDocument(page, { asOf: state.now(), resources });
      return { content: Buffer.from(bytes), missing };
    }
    default:
      throw new Failure('WRONG_USAGE', text.ending(basename(path)));
  }
}

/**
 * Writes a draft for an authority or for people, or the register of all breaches, as a file. Nothing is sent.
 * @throws Failure WRONG_USAGE, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function exportBreach(
  state: EngineSession,
  { breach, what, grantId }: { breach: string | null; what: BreachExportKind; grantId: string },
) {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'breach.exported');
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  if (what !== 'register' && breach === null) throw new Failure('WRONG_USAGE', text.whichBreach);
  const made = what === 'register' ? ofAll(state) : ofOne(state, breach ?? '', what);
  const { content, missing } = await contentOf(state, made, path, what);
  const { id, ref, filled, fields } = made;
  const fileName = basename(path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const payload = { ref, what, fileName, sha256, fields, filled };
  const { seq } = await writeEntered(path, content, () =>
    workspace.register.append({ kind: 'breach.exported', subjectRef: id, payload }),
  );
  return { fileName, sha256, filled, fields, registerEntry: seq, missingSigns: missing };
}
