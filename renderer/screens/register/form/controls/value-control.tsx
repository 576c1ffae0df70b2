import type { ComponentType } from 'react';
import type { FieldShape } from '#shared/register/field.ts';
import { ChoiceControl, ChoicesControl, LinesControl, YesNoControl } from './choice-controls.tsx';
import type { Asked, ControlProps, ManyControlProps } from './control-props.ts';
import { ReferenceControl, ReferencesControl } from './reference-controls.tsx';
import { DateControl, DurationControl, LineControl, NumberControl, ParagraphControl } from './text-controls.tsx';

/** Shapes that one control holds; values with parts are drawn by `PartsControl`. */
type PlainShape = Exclude<FieldShape, 'parts'>;

const single: Record<PlainShape, ComponentType<ControlProps>> = {
  text: LineControl,
  paragraph: ParagraphControl,
  date: DateControl,
  number: NumberControl,
  duration: DurationControl,
  country: ChoiceControl,
  'yes-no': YesNoControl,
  choice: ChoiceControl,
  reference: ReferenceControl,
};

const many = { reference: ReferencesControl, choice: ChoicesControl, text: LinesControl } as const;

/** Ids of things of the workspace are chosen, not written. */
const shapeOf = ({ shape, ids }: Asked): PlainShape =>
  ids !== undefined ? 'choice' : shape === 'parts' ? 'text' : shape;

/** The control for one value, after its shape. */
export function ValueControl(props: ControlProps) {
  const Control = single[shapeOf(props.asked)];
  return <Control {...props} />;
}

/** The control for several values that are texts: options, ids or lines. */
export function ValuesControl(props: ManyControlProps) {
  const shape = shapeOf(props.asked);
  const Control = many[shape === 'country' ? 'choice' : shape === 'reference' || shape === 'choice' ? shape : 'text'];
  return <Control {...props} />;
}
