import { numbered } from '../numbers.ts';
import type { ScreeningResult } from '#shared/register/vocabulary/impact-assessment.ts';

const results: Record<ScreeningResult, string> = {
  required: 'Proposed: an assessment is required.',
  recommended: 'Proposed: one criterion holds, an assessment is recommended.',
  'not-required': 'Proposed: no assessment is required. Write down why.',
  exempt: 'Proposed: exempt.',
};

/** `custos dpia`. */
export const dpiaText = {
  description: 'data protection impact assessments: whether one is needed, and the template filled from the register',
  activity: 'reference of the processing activity (PA-001)',
  export: {
    out: 'the file to write; its ending says what it is: .pdf, .html or .json',
    force: 'replace an existing file',
    ending: (file: string) => `“${file}” does not say what it is to be: end its name in .pdf, .html or .json.`,
    missing: 'Name the workspace with --workspace and the file to write with --out.',
    examples: ['custos dpia PA-001 --workspace Acme.custos --out dpia.pdf'],
    written: (fileName: string, filled: number, fields: number) =>
      `${fileName}: ${filled} of ${fields} fields of the EDPB template (consultation version) are filled.`,
    missingSigns: (signs: number) =>
      `${numbered(signs, 'sign')} of other scripts ${signs === 1 ? 'stands' : 'stand'} as code points: the font of the ` +
      'PDF does not have them. HTML has no such limit.',
  },
  screen: {
    description: 'the cases of Art. 35(3) and the nine criteria of WP248, answered by what register and data show',
    columns: ['case or criterion', 'holds', 'evidence'],
    result: (result: ScreeningResult | null): string =>
      result === null
        ? 'Too much is not known to propose anything: somebody must answer what is open.'
        : results[result],
    examples: ['custos dpia screen --activity PA-001 --workspace Acme.custos'],
  },
  template: {
    description: 'the EDPB template (consultation version), each field with the entries behind it or who must answer',
    examples: ['custos dpia template --activity PA-001 --workspace Acme.custos > dpia.txt'],
  },
};
