/** The zone in which most people of a country live, as IANA names it. */
const zones: Record<string, string> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CH: 'Europe/Zurich',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GE: 'Asia/Tbilisi',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  LI: 'Europe/Vaduz',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MD: 'Europe/Chisinau',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  UA: 'Europe/Kyiv',
}

/** Whose clock counts for somebody in this country: its own, or Poland's where we know no zone. */
export function clockOf(country = ''): { country: string; zone: string } {
  const zone = zones[country]
  return zone ? { country, zone } : { country: 'PL', zone: 'Europe/Warsaw' }
}

/** The day that a zone's calendar shows, e.g. `2026-11-27`. */
export function dayIn(zone: string, at: Date): string {
  return wallClock(zone, at).slice(0, 10)
}

/** `2026-11-27` and so many days → another day. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** When a zone's clock strikes this hour on a day, in minutes since 1970. */
export function minuteAt(day: string, hour: number, zone: string): number {
  return momentOf(day, hour * 60, zone)
}

/**
 * When so many minutes of a day are over by a zone's clock, in minutes since 1970; 1440 is midnight at its end. Clocks are put forward
 * and back in the small hours, so what they show about then is right for any hour of the day.
 */
export function momentOf(day: string, minute: number, zone: string): number {
  const asIfUtc = Date.parse(day) + minute * 60_000
  const ahead = Date.parse(`${wallClock(zone, new Date(asIfUtc))}Z`) - asIfUtc
  return Math.floor((asIfUtc - ahead) / 60_000)
}

/** How many minutes of the day are over by a zone's clock. */
export function minuteIn(zone: string, at: Date): number {
  const [hour = 0, minute = 0] = wallClock(zone, at).slice(11, 16).split(':').map(Number)
  return hour * 60 + minute
}

/** The country that most of the people live in whose clocks show this; undefined: we know none. */
export function countryOfZone(zone: string): string | undefined {
  return Object.keys(zones).find((country) => zones[country] === zone)
}

/** `europe/berlin` → `Europe/Berlin`; what we do not know stays as it is. */
export function zoneNamed(typed: string): string {
  const wanted = typed.toLowerCase()
  return Object.values(zones).find((zone) => zone.toLowerCase() === wanted) ?? typed
}

/** All countries whose zone we know. */
export const zoneCountries: readonly string[] = Object.keys(zones)

/** A moment to come, in milliseconds, as a clock shows it, and the country whose clock that is. */
export interface Moment {
  ms: number
  zone: string
  country: string
}

/** `2026-11-27T10:00:00`, as a clock on the wall shows it. Swedish writes dates as ISO does. */
function wallClock(timeZone: string, at: Date) {
  const form = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return form.format(at).replace(' ', 'T')
}
