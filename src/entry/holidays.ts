import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from '../content/load.ts'
import type { Content } from '../core/engine/flow.ts'
import { placeOf } from '../core/knowledge/contact.ts'
import { europe } from '../core/voice.ts'
import { zoneCountries } from '../core/zones.ts'

/** The library that knows the holidays, and what of it is used. With all it needs it weighs 45 MB, so it comes only when it is asked. */
const name = 'date-holidays'
const version = '3.37.0'

interface Calendar {
  getHolidays: (year: number) => { date: string; type: string }[]
  getCountries: () => object
  getStates: (country: string) => object | undefined
  getRegions: (country: string, state: string) => object | undefined
}

export interface Library {
  calendar: (place?: { country: string; state?: string; region?: string }) => Calendar
  /** What its licence asks to name beside the days of a country. */
  attributions: (country: string) => string[]
}

/** This year and so many more. */
const yearsAhead = 3

/**
 * What the library leaves out. In Slovakia 8 May and 15 September were working days in 2026 alone (act 261/2025); it takes them
 * away for good (`findings/date-holidays-pauses-for-ever.sh`).
 */
const missing: Record<string, { since: number; days: string[] }> = {
  SK: { since: 2027, days: ['05-08', '09-15'] },
}

/** The text of `flows/holidays.yaml`, from this year on, for everybody who keeps hours, and for desks, wherever they may be. */
export function holidaysFile(
  library: Library,
  contacts: Content['contacts'],
  { first, desks }: { first: number; desks: readonly string[] },
): string {
  const places = [...new Set([...placesIn(contacts), ...desks])].sort()
  const years = Array.from({ length: yearsAhead + 1 }, (_none, index) => first + index)
  return [
    '# On which days those who keep hours may not answer. Written by `npm run holidays`; what is changed by hand is lost.',
    `# CC BY-SA 3.0, unlike the files beside it: from ${name} ${version}, which rests on`,
    ...[...new Set(places.flatMap((place) => library.attributions(place.slice(0, 2))))].map(
      (url) => `#   ${url}`,
    ),
    ...places.flatMap((place) => [
      `${place}:`,
      ...years.map((year) => `  ${year}: ${daysOf(library, place, year).join(' ')}`),
    ]),
    '',
  ].join('\n')
}

function placesIn(contacts: Content['contacts']) {
  const places = Object.entries(contacts).flatMap(([country, records]) =>
    records.map((contact) => placeOf(contact, country)),
  )
  // Services of Europe keep no holidays; review asks those with hours for a country.
  return places.flatMap((place) => (place && place !== europe ? [place] : []))
}

function daysOf(library: Library, place: string, year: number) {
  const days = calendarOf(library, place)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(5, 10))
  const more = missing[place]
  return [...new Set([...days, ...(more && more.since <= year ? more.days : [])])].sort()
}

/** The library answers for the whole country where it does not know the part. */
function calendarOf({ calendar }: Library, place: string) {
  const [country = '', state, region] = place.split('-')
  const all = calendar()
  const isKnown =
    Object.hasOwn(all.getCountries(), country) &&
    (!state || Object.hasOwn(all.getStates(country) ?? {}, state)) &&
    (!region || Object.hasOwn(all.getRegions(country, state ?? '') ?? {}, region))
  if (!isKnown) throw new Error(`${place}: ${name} knows no such place`)
  return calendar({ country, ...(state && { state }), ...(region && { region }) })
}

/** Puts the library into a folder of its own; it asks npm's registry for it. */
function install(folder: string): Library {
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]
  execFileSync('npm', ['install', ...options, `${name}@${version}`], { stdio: 'inherit' })
  const Calendar = createRequire(join(folder, 'x.js'))(name)
  return {
    calendar: (place) => (place ? new Calendar(place) : new Calendar()),
    attributions: (country) => {
      const file = join(folder, 'node_modules', name, 'data/countries', `${country}.yaml`)
      return [...readFileSync(file, 'utf8').matchAll(/@attrib\s+(\S+)/g)].map(
        ([, url]) => url ?? '',
      )
    },
  }
}

if (import.meta.main) {
  const root = process.argv[2] ?? join(import.meta.dirname, '../..')
  const { content } = load(root)
  const file = join(root, 'flows/holidays.yaml')
  const folder = mkdtempSync(join(tmpdir(), 'holidays-'))
  try {
    const years = { first: new Date().getUTCFullYear(), desks: zoneCountries }
    writeFileSync(file, holidaysFile(install(folder), content.contacts, years))
    console.log(`${file} is written.`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
