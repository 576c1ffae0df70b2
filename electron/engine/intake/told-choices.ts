import type { Detection } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';

/**
 * What the program chose for the person in reading a file and could have chosen otherwise, where nothing else says so: an
 * encoding that the file does not name.
 */
export const toldChoices = (detections: readonly Detection[]): string[] =>
  detections.flatMap(({ option, value, reason }) =>
    option === 'encoding' && value !== 'utf-8' && reason !== intakeText.chosenByPerson
      ? [intakeText.readAs(value, reason)]
      : [],
  );
