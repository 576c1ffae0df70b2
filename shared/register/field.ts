import { z } from 'zod';
import { isoDuration } from '#shared/domain/iso-duration.ts';
import { listAnswer, singleAnswer, type ListAnswer, type SingleAnswer } from './answer.ts';

/** How a field is asked for in the form. */
export type FieldShape =
  | 'text'
  | 'paragraph'
  | 'date'
  | 'number'
  | 'duration'
  | 'country'
  | 'yes-no'
  | 'choice'
  | 'reference'
  | 'parts';

/** `law`: the law asks for it; `rule`: another check needs it; `advised`: good to have. */
export type FieldNeed = 'law' | 'rule' | 'advised';

export interface Field<S extends z.ZodType = z.ZodType, Many extends boolean = boolean> {
  readonly shape: FieldShape;
  /** One value; a field with `many` has a list of them. */
  readonly schema: S;
  readonly many: Many;
  readonly need: FieldNeed;
  /** Where the law asks for it: `GDPR Art. 30(1)(d)`. */
  readonly law?: string;
  /** Asked for in one of the roles only; in both where absent. */
  readonly role?: 'controller' | 'processor';
  /** `choice`, `yes-no`: what may be chosen, in order. */
  readonly options?: readonly string[];
  /** `reference`: the kind of record whose id the value is. */
  readonly to?: string;
  /** `parts`: the fields that one value is made of; a part holds a plain value, without an origin of its own. */
  readonly parts?: Readonly<Record<string, Part>>;
}

/** A part of a value with several; `required` parts make no sense to leave out. */
export type Part<S extends z.ZodType = z.ZodType> = Omit<Field<S>, 'need' | 'law' | 'role' | 'many'> & {
  readonly many: boolean;
  readonly required: boolean;
};

export type Fields = Readonly<Record<string, Field>>;

type Answered<F> =
  F extends Field<infer S, infer Many>
    ? Many extends true
      ? ListAnswer<z.infer<S>>
      : SingleAnswer<z.infer<S>>
    : never;

/** What a record of these fields holds: an answer per field, absent where nothing is stated. */
export type BodyOf<Fs extends Fields> = { [Id in keyof Fs]?: Answered<Fs[Id]> };

interface Standing {
  need?: FieldNeed;
  law?: string;
  role?: 'controller' | 'processor';
}

const field = <S extends z.ZodType, Many extends boolean, More extends Partial<Field>>(
  shape: FieldShape,
  schema: S,
  many: Many,
  { need = 'advised', ...standing }: Standing,
  more: More,
): Field<S, Many> & More => ({ shape, schema, many, need, ...standing, ...more });

const line = z.string().trim().min(1).max(500);
const prose = z.string().trim().min(1).max(20_000);
const recordId = z.string().min(1).max(100);
/** ISO 3166-1 alpha-2 by its form: which codes there are, `known-countries.ts` asks where they come in. */
const country = z.string().regex(/^[A-Z]{2}$/);

export const text = (standing: Standing = {}) => field('text', line, false, standing, {});
export const texts = (standing: Standing = {}) => field('text', line, true, standing, {});
export const paragraph = (standing: Standing = {}) => field('paragraph', prose, false, standing, {});
export const date = (standing: Standing = {}) => field('date', z.iso.date(), false, standing, {});
export const number = (standing: Standing = {}) => field('number', z.int().min(0), false, standing, {});
export const durationField = (standing: Standing = {}) => field('duration', isoDuration, false, standing, {});
export const countryField = (standing: Standing = {}) => field('country', country, false, standing, {});
export const countries = (standing: Standing = {}) => field('country', country, true, standing, {});
const yesOrNo = ['yes', 'no'] as const;
export const yesNo = (standing: Standing = {}) =>
  field('yes-no', z.enum(yesOrNo), false, standing, { options: yesOrNo });
export const choice = <const O extends readonly [string, ...string[]]>(options: O, standing: Standing = {}) =>
  field('choice', z.enum(options), false, standing, { options });
export const choices = <const O extends readonly [string, ...string[]]>(options: O, standing: Standing = {}) =>
  field('choice', z.enum(options), true, standing, { options });
export const reference = (to: string, standing: Standing = {}) => field('reference', recordId, false, standing, { to });
export const references = (to: string, standing: Standing = {}) => field('reference', recordId, true, standing, { to });

type PartValue<P> = P extends Part<infer S> ? z.infer<S> : never;
type PartsValue<Ps extends Readonly<Record<string, Part>>> = {
  [Id in keyof Ps as Ps[Id]['required'] extends true ? Id : never]: PartValue<Ps[Id]>;
} & { [Id in keyof Ps as Ps[Id]['required'] extends true ? never : Id]?: PartValue<Ps[Id]> };

/** A part that every value has. */
export const must = <S extends z.ZodType, F extends Field<S, false>>({
  need: _need,
  law: _law,
  role: _role,
  ...rest
}: F) => ({ ...rest, required: true }) as const;
/** A part that a value may lack. */
export const may = <S extends z.ZodType, F extends Field<S, false>>({
  need: _need,
  law: _law,
  role: _role,
  ...rest
}: F) => ({ ...rest, required: false }) as const;
/** A part that holds a list of plain values, or lacks. */
export const mayMany = <S extends z.ZodType>({ schema, shape, options, to }: Field<S, true>) => ({
  shape,
  schema: z.array(schema).max(5000),
  many: true,
  required: false as const,
  ...(options === undefined ? {} : { options }),
  ...(to === undefined ? {} : { to }),
});

/** A list of values that are made of parts. */
export const items = <const Ps extends Readonly<Record<string, Part>>>(parts: Ps, standing: Standing = {}) => {
  const shape = Object.fromEntries(
    Object.entries(parts).map(([id, part]) => [id, part.required ? part.schema : part.schema.optional()]),
  );
  const schema = z.strictObject(shape) as unknown as z.ZodType<PartsValue<Ps>>;
  return field('parts', schema, true, standing, { parts });
};

/** The schema of a body: unknown fields are refused, none is required. */
export function bodySchema<Fs extends Fields>(fields: Fs): z.ZodType<BodyOf<Fs>> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([id, { schema, many }]) => [
      id,
      (many ? listAnswer(schema) : singleAnswer(schema)).optional(),
    ]),
  );
  return z.strictObject(shape) as unknown as z.ZodType<BodyOf<Fs>>;
}
