import { clockOf } from '../../core/zones.ts'
import type { Desk } from '../ports/desks.ts'

/** By whose clock a desk lives: that of its hours, else of the country where its first language is at home. */
export function zoneOf({ hours, languages }: Pick<Desk, 'hours' | 'languages'>): string {
  return hours?.tz ?? clockOf(homes[languages[0] ?? '']).zone
}

/** Where most of those live who speak it. */
const homes: Record<string, string> = {
  pl: 'PL',
  uk: 'UA',
  de: 'DE',
  nl: 'NL',
  en: 'GB',
  ro: 'RO',
  bg: 'BG',
  cs: 'CZ',
}
