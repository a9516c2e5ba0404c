import type { Text } from '../turn.ts'
import type { Moment } from '../zones.ts'

/** `Mon 30/11, 09:00 (time in Poland)`: whoever is somewhere else can reckon. */
export function momentText({ ms, zone, country }: Moment): Text {
  const at: Text = { key: 'name:moment', vars: { ms, zone } }
  return {
    key: 'common:moment',
    vars: { at, place: { key: 'name:country', vars: { code: country } } },
  }
}
