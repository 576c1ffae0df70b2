/** Why a column has its role: said in the window and by `custos risk`. */
export const roleReasons = {
  'one-person': 'Points at one person by itself.',
  'own-words': 'Text in a person’s own words: it can hold anything.',
  online: 'Follows one device or browser.',
  'person-number': 'Stands for one person.',
  'one-event': 'Stands for one event, and with it for one person.',
  special: 'A special category or a crime: what it says could harm a person.',
  'special-beyond': 'A special category; more than three columns are not protected, so it is taken for known.',
  money: 'Money: what it says could harm a person.',
  group: 'The same for everybody of a household, an organisation or a place.',
  demographic: 'Neighbours, employers and official lists know it of a person.',
  behaviour: 'Whoever sold or served something knows it of a person.',
  engagement: 'Tools that send, show and count know it of a person.',
  attitude: 'Whoever asked knows it of a person.',
  moment: 'A moment: whoever was there knows when.',
  technical: 'Seen by every site and app that a person uses.',
  other: 'Differs between people, so somebody could know it of one.',
  untold: 'Nothing says what it is: until a person decides, somebody could know it.',
  given: 'Chosen by a person.',
} as const;
export type RoleReason = keyof typeof roleReasons;
