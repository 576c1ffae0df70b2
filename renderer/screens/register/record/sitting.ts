import { failureOf, readFailure } from '#renderer/client/failure.ts';
import { createStore } from '#renderer/state/create-store.ts';
import { sameText, type AnyAnswer, type AnyBody } from '#shared/register/any-body.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { fieldLabel } from '#shared/text/register/index.ts';
import { recordsText } from '#shared/text/window/records.ts';

/** What a sitting asks of the engine. */
export interface SittingCalls {
  /** Keeps the draft; fails with RECORD_CHANGED where `base` is not what is kept any more. */
  save(body: AnyBody, base: string): Promise<RecordVersion>;
  /** The draft as it is kept now, else the version that holds. */
  load(): Promise<RecordVersion>;
  /** One entry tells what the sitting changed; none where it changed nothing. */
  end(): Promise<void>;
}

/** Somebody else answered the same field meanwhile. */
export interface Clash {
  field: string;
  theirs: AnyAnswer | undefined;
}

export interface SittingState {
  body: AnyBody;
  /** The draft as it was kept last; the version that the edit begins from before anything was kept. */
  kept: RecordVersion;
  saving: boolean;
  /** When it was kept last in this sitting, as milliseconds; null before that. */
  savedAt: number | null;
  error: unknown;
  clash: Clash | null;
  /** The field that undo would put back; null where nothing was changed. */
  undoable: string | null;
}

export interface Sitting {
  state: ReturnType<typeof createStore<SittingState>>;
  /** Answers a field, or takes its answer away; kept after a short pause. */
  answer(field: string, answer: AnyAnswer | undefined): void;
  /** Puts the field that was changed last back to what it said before. */
  undo(): void;
  /** Settles a clash: with what was typed here, or with what somebody else wrote. */
  settle(whose: 'mine' | 'theirs'): void;
  /** Keeps at once what waits for a pause; false where something of it could not be kept, or a clash is open. */
  flush(): Promise<boolean>;
  /** Lets go of what is not kept: the draft is gone, or is not wanted any more. */
  forget(): void;
  /** Keeps what waits, and ends. @throws what kept it from being kept; then the sitting goes on with all that was typed */
  leave(): Promise<void>;
}

const tries = 3;
/** After this pause in typing a field is kept. */
const pauseMs = 500;

const asBody = (version: RecordVersion): AnyBody => version.body;

/** Fields of two bodies that say different things. */
const differing = (a: AnyBody, b: AnyBody): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => sameText(a[field]) !== sameText(b[field]));

const withAnswer = (body: AnyBody, field: string, answer: AnyAnswer | undefined): AnyBody => {
  const { [field]: _, ...rest } = body;
  return answer === undefined ? rest : { ...rest, [field]: answer };
};

/** Fields that were changed and are not kept yet, and the calls that keep them, one at a time. */
interface Keeping {
  state: Sitting['state'];
  calls: SittingCalls;
  dirty: Set<string>;
}

/** What the engine kept is known by now; fields changed since then stay as they were typed. */
const adopt = ({ state, dirty }: Keeping, kept: RecordVersion): void =>
  state.set(({ body }) => {
    let next = asBody(kept);
    for (const field of dirty) next = withAnswer(next, field, body[field]);
    return { kept, body: next };
  });

/** Takes over what was changed elsewhere; false where the same field was. */
async function rebase(keeping: Keeping): Promise<boolean> {
  const { state, calls, dirty } = keeping;
  const before = asBody(state.get().kept);
  const latest = await calls.load();
  const elsewhere = new Set(differing(before, asBody(latest)));
  const field = [...dirty].find(
    (name) => elsewhere.has(name) && sameText(asBody(latest)[name]) !== sameText(state.get().body[name]),
  );
  adopt(keeping, latest);
  if (field !== undefined) state.set({ clash: { field, theirs: asBody(latest)[field] } });
  return field === undefined;
}

async function saveOnce(keeping: Keeping): Promise<void> {
  const { state, calls, dirty } = keeping;
  for (let attempt = 1; ; attempt += 1) {
    const { body, kept } = state.get();
    const sent = [...dirty];
    dirty.clear();
    try {
      adopt(keeping, await calls.save(body, kept.sha256));
      state.set({ savedAt: Date.now(), error: null });
      return;
    } catch (error) {
      for (const field of sent) dirty.add(field);
      if (readFailure(error).code !== 'RECORD_CHANGED' || attempt === tries) throw error;
      if (!(await rebase(keeping))) return;
    }
  }
}

/** Keeps what is dirty, one call after the other; a second asker waits for the first. */
function keeperOf(keeping: Keeping): () => Promise<void> {
  const { state, dirty } = keeping;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    state.set({ saving: true });
    try {
      while (dirty.size > 0 && state.get().clash === null) await saveOnce(keeping);
    } catch (error) {
      state.set({ error });
    } finally {
      state.set({ saving: false });
      running = null;
    }
  };
  return () => {
    if (running === null && dirty.size > 0 && state.get().clash === null) running = run();
    return running ?? Promise.resolve();
  };
}

/** What keeps a sitting from ending while nobody has said whose words are kept. */
const unsettled = ({ kind, ref }: RecordVersion, { field }: Clash): Error =>
  failureOf('RECORD_CHANGED', recordsText.clash.unsettled(ref, fieldLabel(kind, field)));

/**
 * One sitting at a draft: answers are kept field by field, one call at a time. Where the draft was changed elsewhere
 * meanwhile, both changes are kept; where both changed the same field, the person is asked.
 */
export function startSitting(from: RecordVersion, calls: SittingCalls): Sitting {
  const state = createStore<SittingState>({
    body: asBody(from),
    kept: from,
    saving: false,
    savedAt: null,
    error: null,
    clash: null,
    undoable: null,
  });
  const dirty = new Set<string>();
  const keep = keeperOf({ state, calls, dirty });
  const undos: { field: string; before: AnyAnswer | undefined }[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const flush = async (): Promise<boolean> => {
    stopTimer();
    await keep();
    return dirty.size === 0 && state.get().clash === null;
  };
  const set = (field: string, answer: AnyAnswer | undefined): void => {
    dirty.add(field);
    state.set(({ body }) => ({ body: withAnswer(body, field, answer) }));
    stopTimer();
    timer = setTimeout(() => void flush(), pauseMs);
  };

  return {
    state,
    answer(field, answer) {
      const before = state.get().body[field];
      if (sameText(before) === sameText(answer)) return;
      if (undos.at(-1)?.field !== field) undos.push({ field, before });
      state.set({ undoable: field });
      set(field, answer);
    },
    undo() {
      const last = undos.pop();
      if (last === undefined) return;
      state.set({ undoable: undos.at(-1)?.field ?? null });
      set(last.field, last.before);
    },
    settle(whose) {
      const { clash } = state.get();
      if (clash === null) return;
      state.set({ clash: null });
      if (whose === 'theirs') {
        dirty.delete(clash.field);
        state.set(({ body }) => ({ body: withAnswer(body, clash.field, clash.theirs) }));
      }
      void flush();
    },
    flush,
    forget() {
      stopTimer();
      dirty.clear();
      state.set({ clash: null, error: null });
    },
    async leave() {
      if (!(await flush())) {
        const { clash, error, kept } = state.get();
        throw clash === null ? error : unsettled(kept, clash);
      }
      await calls.end();
    },
  };
}
