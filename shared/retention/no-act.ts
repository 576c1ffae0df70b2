import { wordsOfName } from './date-columns.ts';

/**
 * Words of date columns that tell what was done by us or by a machine, not by the person: a message that was sent or
 * merely opened, a record that was changed, read in or worked out, a day that is still to come.
 */
const words = new Set(
  (
    'opened opens open sent send delivered dispatched mailed shipped updated modified changed edited imported exported ' +
    'synced synchronised synchronized sync batch processed calculated computed scored refreshed loaded ' +
    'assigned exposed shown impression expires expiry expiration until valid due next renewal ' +
    'geöffnet versendet gesendet zugestellt geändert aktualisiert importiert bearbeitet ablauf gültig fällig ' +
    'ouvert envoyé envoi modifié importé expiration échéance ' +
    'abierto enviado modificado actualizado importado caducidad ' +
    'aperto inviato modificato aggiornato importato scadenza ' +
    'geopend verzonden gewijzigd bijgewerkt'
  ).split(' '),
);

/** Whether a date column by its name tells no act of the person. */
export const isNoAct = (name: string): boolean => wordsOfName(name).some((word) => words.has(word));
