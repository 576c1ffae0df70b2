/**
 * A regular expression too long for one line: `longPattern('i')` before a template written over several, of which the
 * line breaks and what indents the next line are no part. A space that matters stands within a line.
 */
export const longPattern =
  (flags: string) =>
  (template: TemplateStringsArray): RegExp =>
    new RegExp(template.raw.join('').replaceAll(/\n\s*/g, ''), flags);
