import type { BreachBody } from '#shared/cases/breach.ts';
import { protectionOf } from '#shared/cases/breach/protection.ts';
import { affectedBy } from '#shared/cases/breach/scope.ts';
import type { BreachRegister, BreachView } from '#shared/cases/breach/view.ts';
import { valueOf, valuesOf, type ListAnswer } from '#shared/register/answer.ts';
import { heldRecords } from '#shared/register/held-records.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { tellsNothing } from '#shared/semantic-types/tells-nothing.ts';
import { breachCellText } from '#shared/text/cases/breach-cells.ts';
import { fieldWords } from '#shared/text/register/index.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { usesOf } from '../lawfulness/uses-of.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { clockOf } from './breach-cases.ts';

/** Contacts as lines; that there are none is an answer, too. */
const contacts = (answer: ListAnswer<{ name: string; contact: string }> | undefined): string[] =>
  answer?.state === 'none' ? [breachCellText.none] : valuesOf(answer).map(({ name, contact }) => `${name}, ${contact}`);

/** What the register of processing says that a notification asks for. */
function registerFor(state: EngineSession, { scope }: BreachBody): BreachRegister {
  const workspace = state.requireWorkspace();
  const snapshot = registerSnapshot(workspace);
  const [organisation] = heldRecords(snapshot, 'organisation');
  const body = organisation?.body ?? {};
  const role = valueOf(body.role);
  const datasets = new Set((scope?.parts ?? []).map(({ datasetId }) => datasetId));
  const purposes = usesOf(state)
    .filter(({ id }) => datasets.has(id))
    .flatMap((one) => one.purposes.map(({ title }) => title));
  return {
    organisation: {
      name: valueOf(body.name) ?? workspace.summary().organisation,
      address: valueOf(body.address) ?? '',
      email: valueOf(body.email) ?? '',
      phone: valueOf(body.phone) ?? '',
      role: role === undefined ? '' : (fieldWords('organisation', 'role')?.options?.[role] ?? role),
      jointControllers: contacts(body.jointControllers),
      representatives: contacts(body.representative),
      dpo: valuesOf(body.dpo).map(({ name, email, phone = '' }) => ({ name, email, phone })),
      leadAuthority: valuesOf(body.leadAuthority).map(({ name }) => name),
    },
    purposes: [...new Set(purposes)],
    measures: heldRecords(snapshot, 'measure').flatMap(({ body: { name } }) => valueOf(name) ?? []),
  };
}

/** Columns that nothing tells the kind of; an empty one holds nothing. */
const untoldColumns = ({ scope }: BreachBody): string[] => [
  ...new Set(
    (scope?.parts ?? []).flatMap(({ columns }) =>
      columns.filter(({ type }) => type !== 'empty' && tellsNothing(type)).map(({ name }) => name),
    ),
  ),
];

/** All that is known of one breach, as forms, letters and the screen look at it. */
export function breachViewOf(state: EngineSession, body: BreachBody): BreachView {
  const affected = body.scope === null ? null : affectedBy(body.scope.parts);
  return {
    body,
    clock: clockOf(state, body),
    affected,
    protection: protectionOf(body.facts, affected),
    kinds: [
      ...new Set(
        (affected?.kinds ?? []).flatMap((type) => (tellsNothing(type) ? [] : (semanticTypeById(type)?.label ?? []))),
      ),
    ],
    untold: untoldColumns(body),
    register: registerFor(state, body),
  };
}
