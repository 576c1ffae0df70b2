/** What customers said: D6, with free text of which some gives away who wrote it. */
const COMMENTS = {
  en: [
    ['Delivery was quick, thank you.', 'Great quality for the price.', 'The app is easy to use.', 'Would buy again.'],
    ['It is fine, nothing special.', 'Parcel came two days late but complete.', 'Sizes run small, otherwise ok.'],
    [
      'Waited three weeks for a refund.',
      'The item arrived "as new", but it was scratched.',
      'Too many e-mails, please stop.',
      'Support never called back.',
    ],
  ],
  de: [
    ['Schnelle Lieferung, sehr zufrieden.', 'Gute Qualität, gerne wieder.'],
    ['Ganz in Ordnung, könnte günstiger sein.'],
    ['Leider kam das Paket beschädigt an.', 'Zu viele Newsletter.'],
  ],
  fr: [
    ['Livraison rapide, merci.', 'Très bonne qualité.'],
    ['Correct, sans plus.'],
    ['Colis arrivé abîmé, service client injoignable.'],
  ],
  es: [['Envío rápido, muy contento.'], ['Está bien, nada especial.'], ['El paquete llegó roto.']],
  it: [['Spedizione veloce, ottimo.'], ['Va bene, niente di speciale.'], ['Il pacco è arrivato danneggiato.']],
  nl: [['Snelle levering, bedankt.'], ['Prima, niets bijzonders.'], ['Pakket kwam beschadigd aan.']],
};
const LANGUAGE = { US: 'en', GB: 'en', DE: 'de', FR: 'fr', ES: 'es', IT: 'it', NL: 'nl' };

/** How people sign a comment, which is how identifiers end up in free text. */
function signature(person, chance) {
  return chance.weighted([
    [` Please write to ${person.email}.`, 50],
    [person.phone === '' ? ` Contact: ${person.email}` : ` Call me: ${person.phone}`, 35],
    [` Regards, ${person.cells.full_name}`, 15],
  ]);
}

export function makeAttitudes(person, tracking, chance) {
  const answered = chance.chance(0.45);
  const score = Math.max(1, Math.min(5, Math.round(3.3 + Math.log(tracking.keen) * 0.8 + chance.normal())));
  const mood = score >= 4 ? 0 : score === 3 ? 1 : 2;
  const comment = answered && chance.chance(0.55) ? chance.pick(COMMENTS[LANGUAGE[person.country.code]][mood]) : '';
  return {
    satisfaction_score: answered ? score : '',
    recommend_score: answered ? Math.max(0, Math.min(10, score * 2 + chance.whole(-1, 1))) : '',
    sentiment: answered ? ['positive', 'neutral', 'negative'][mood] : '',
    purchase_motivation: answered
      ? chance.weighted([
          ['price', 34],
          ['quality', 26],
          ['convenience', 22],
          ['brand', 10],
          ['sustainability', 8],
        ])
      : '',
    feedback: comment !== '' && chance.chance(0.09) ? comment + signature(person, chance) : comment,
  };
}
