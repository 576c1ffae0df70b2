import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(
  (
    'husband,wife,own-child,not-in-family,other-relative,unmarried,father,mother,mum,mom,dad,son,daughter,brother,' +
    'sister,parent,child,spouse,grandfather,grandmother,grandparent,uncle,aunt,cousin,nephew,niece,guardian,vater,' +
    'mutter,sohn,tochter,bruder,schwester,pere,mere,fils,fille,frere,soeur,padre,madre,hijo,hija,hermano,hermana,' +
    'figlio,figlia,fratello,sorella,pai,mae,filho,filha,irmao,irma,vader,moeder,zoon,dochter'
  ).split(','),
);

export const familyRelationship = semanticType({
  id: 'family_relationship',
  label: 'Family relationship',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'code', 'long_text', 'integer', 'boolean'],
  valueCheck: (text) => words.has(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: ['marital_status', 'first_name', 'age_group', 'gender'],
  positives: ['Husband', 'Wife', 'Mother', 'Vater', 'hija', 'fratello', 'Own-child', 'moeder'],
  negatives: ['Married', 'Anna', '1', 'yes', 'friend request', 'owner', 'x', 'Berlin'],
  headers: ['relationship', 'Verwandtschaftsverhältnis', 'lien de parenté', 'parentesco', 'grado di parentela'],
  source: 'HL7 v3 PersonalRelationshipRoleType (2023)',
});
