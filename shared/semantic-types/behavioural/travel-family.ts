import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'behavioral', flags: [], source: 'taxonomy 6e' } as const;

/** Bookings and journeys: known by their headers. */
export const travelFamily = headerTypes([
  {
    ...shared,
    id: 'booking_id',
    label: 'Booking number',
    accepts: kinds.identifier,
    headers: ['booking_id', 'Buchungsnummer', 'numéro de réservation', 'número de reserva'],
  },
  {
    ...shared,
    id: 'seat_cabin',
    label: 'Seat or cabin',
    accepts: kinds.any,
    headers: ['Cabin', 'Sitzplatz', 'numéro de chambre', 'asiento'],
  },
  {
    ...shared,
    id: 'travel_class',
    label: 'Travel class',
    accepts: ['category', 'integer', 'text', 'code'],
    headers: ['Pclass', 'Reiseklasse', 'classe de voyage', 'reisklasse'],
  },
  {
    ...shared,
    id: 'travel_location',
    label: 'Place of a journey',
    accepts: kinds.words,
    tracking: { tracks: 'where a person travels', reveals: 'whereabouts' },
    headers: ['Departure Airport', 'Reiseziel', 'aéroport de départ', 'destino'],
  },
  {
    ...shared,
    id: 'travel_purpose',
    label: 'Purpose of a journey',
    accepts: ['category', 'text', 'integer'],
    headers: ['Type of Travel', 'Reisezweck', 'motif du voyage', 'motivo del viaje'],
  },
  {
    ...shared,
    id: 'travel_route',
    label: 'Route',
    accepts: kinds.any,
    tracking: { tracks: 'which way a person travels', reveals: 'whereabouts' },
    headers: ['Route', 'Flugnummer', 'itinéraire', 'número de vuelo'],
  },
]);
