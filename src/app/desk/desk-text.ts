import type { Text } from '../../core/turn.ts'
import type { Desk } from '../ports/desks.ts'

/** What a desk is: its name, what it speaks, where it knows its way, whom it talks with. */
export function deskText({ name, languages, countries, minors, complaints, isPaused }: Desk): Text {
  const none: Text = { key: 'desk:about.everywhere' }
  const lines: Text[] = [
    { key: 'desk:about.name', vars: { name } },
    { key: 'desk:about.languages', vars: { languages: list(languages, 'name:language') } },
    {
      key: 'desk:about.countries',
      vars: { countries: countries.length > 0 ? list(countries, 'name:country') : none },
    },
    { key: `desk:about.minors.${minors ? 'yes' : 'no'}` },
    { key: 'desk:about.complaints', vars: { complaints } },
    ...(isPaused ? [{ key: 'desk:paused' }] : []),
  ]
  return { key: 'join:lines', vars: { items: lines } }
}

function list(codes: string[], key: string): Text {
  return { key: 'join:commas', vars: { items: codes.map((code) => ({ key, vars: { code } })) } }
}
