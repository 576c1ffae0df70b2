import { isoShape } from '../portable/date-shapes.ts';
import { lowerCase } from '../portable/lower-case.ts';
import { aroundValues, separators } from '../portable/spaces.ts';
import { sparkText } from './text.ts';

/** Texts that are too long, or say too little, to be written wherever they are used: variables of the session. */
export const variables = {
  capitals: 'custos_capitals',
  smalls: 'custos_smalls',
  space: 'custos_space',
  separators: 'custos_separators',
  isoDate: 'custos_iso_date',
} as const;

/** A pattern that has to reach to the end of the text. In Java `\\v` is any vertical space. */
export const javaShape = (shape: string): string => `${shape.replaceAll('\\v', '\\x0B')}\\z`;

function valueOf(name: keyof typeof variables): string {
  switch (name) {
    case 'capitals':
      return `ABCDEFGHIJKLMNOPQRSTUVWXYZ${lowerCase().from}`;
    case 'smalls':
      return `abcdefghijklmnopqrstuvwxyz${lowerCase().to}`;
    case 'space':
      return aroundValues;
    case 'separators':
      return separators;
    case 'isoDate':
      return javaShape(isoShape);
  }
}

/** The statements that make those variables that a text names. */
export const variablesIn = (text: string): { name: string; sql: string }[] =>
  Object.entries(variables)
    .filter(([, name]) => text.includes(name))
    .map(([key, name]) => ({
      name,
      sql: `DECLARE OR REPLACE VARIABLE ${name} STRING DEFAULT\n  ${sparkText(valueOf(key as keyof typeof variables))}`,
    }));
