import { weekText } from '../../core/cards/contact.ts'
import type { Text } from '../../core/turn.ts'
import { countryOfZone } from '../../core/zones.ts'
import type { Desk } from '../ports/desks.ts'

/** What a desk is: its name, what it speaks, where it knows its way, whom it talks with. */
export function deskText(desk: Desk): Text {
  const { name, languages, countries, minors, complaints, isPaused } = desk
  const none: Text = { key: 'desk:about.everywhere' }
  const lines: Text[] = [
    { key: 'desk:about.name', vars: { name } },
    { key: 'desk:about.languages', vars: { languages: list(languages, 'name:language') } },
    {
      key: 'desk:about.countries',
      vars: { countries: countries.length > 0 ? list(countries, 'name:country') : none },
    },
    ...hoursLines(desk),
    { key: `desk:about.minors.${minors ? 'yes' : 'no'}` },
    { key: 'desk:about.complaints', vars: { complaints } },
    ...(isPaused ? [{ key: 'desk:paused' }] : []),
  ]
  return { key: 'join:lines', vars: { items: lines } }
}

/** When somebody is to answer there, by which clock, and whose holidays are free. */
export function hoursLines({ hours }: Pick<Desk, 'hours'>): Text[] {
  if (!hours) return [{ key: 'desk:about.always' }]
  const { tz, holidays } = hours
  const country = countryOfZone(tz)
  const clock: Text = country
    ? { key: 'name:country', vars: { code: country } }
    : { key: 'name:plain', vars: { text: tz } }
  const place: Text = { key: 'name:country', vars: { code: holidays?.slice(0, 2) ?? '' } }
  return [
    { key: 'desk:about.hours', vars: { week: weekText(hours), clock } },
    holidays ? { key: 'desk:about.holidays', vars: { place } } : { key: 'desk:about.no-holidays' },
  ]
}

function list(codes: string[], key: string): Text {
  return { key: 'join:commas', vars: { items: codes.map((code) => ({ key, vars: { code } })) } }
}
