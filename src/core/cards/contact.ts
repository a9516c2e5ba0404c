import { hostOf } from '../host.ts'
import {
  type Contact,
  checkHolds,
  daysOf,
  type Hours,
  type Phone,
  shownPhones,
  shownWebsite,
} from '../knowledge/contact.ts'
import { onceEach } from '../once.ts'
import type { Text } from '../turn.ts'
import { europe } from '../voice.ts'

/**
 * What a person sees of a contact at a moment: name, whom it helps, number, hours, languages, website, source. The country
 * is where its numbers stand in the files, `EU` for all of the Union.
 */
export function contactText(contact: Contact, country: string, now: Date): Text {
  const lines: Text[] = [
    {
      key: 'contact:what',
      vars: { kinds: list(contact.kinds.map((kind) => `contact:kind.${kind}`)) },
    },
  ]
  if (contact.audience) lines.push({ key: `contact:audience.${contact.audience}` })
  const phones = shownPhones(contact)
  lines.push(...phones.map((phone) => phoneLine(phone, country)))
  if (country !== europe && phones.some(({ short }) => short)) lines.push({ key: 'contact:short' })
  if (contact.hours) lines.push(...hoursLines(contact.hours, now))
  if (contact.languages.length > 0) {
    const names = contact.languages.map((code): Text => ({ key: 'name:language', vars: { code } }))
    lines.push({ key: 'contact:languages', vars: { languages: joined(names) } })
  }
  const website = shownWebsite(contact)
  if (website) lines.push({ key: 'contact:website', vars: { url: website } })
  if (contact.email) lines.push({ key: 'contact:email', vars: { email: contact.email } })
  if (!website && phones.length === 0 && !contact.email) lines.push({ key: 'contact:nothing' })
  lines.push(sourceLine(contact, now))
  return { key: 'contact:card', vars: { name: contact.name, lines } }
}

/** Whether hours are known, and if so whether somebody answers now, and until when. */
export function opening(
  hours: Hours | null,
  now: Date,
): { open: boolean; until?: string } | undefined {
  if (!hours) return undefined
  const { day, minute } = local(now, hours.tz)
  for (const [days, spans] of Object.entries(hours.week)) {
    if (!daysOf(days).includes(day)) continue
    const span = spans.find(([from, to]) => minutes(from) <= minute && minute < minutes(to))
    if (span) return { open: true, until: span[1] }
  }
  return { open: false }
}

function phoneLine(phone: Phone, country: string): Text {
  const key = phone.short || phone.dial === phone.number ? 'contact:number' : 'contact:phone'
  const notes: Text[] = [...(phone.free ? [{ key: 'contact:free' }] : []), ...reach(phone, country)]
  const line: Text = { key, vars: { number: phone.number, dial: phone.dial } }
  return notes.length === 0 ? line : { key: 'contact:noted', vars: { line, notes: joined(notes) } }
}

/** A short code means somebody else in the next country, a free number often nobody. */
function reach({ short, fromAbroad }: Phone, country: string): Text[] {
  if (short && country === europe) return [{ key: 'contact:short-union' }]
  if (!short && fromAbroad !== false) return []
  const where: Text = { key: 'name:country', vars: { code: country } }
  return [{ key: 'contact:inside', vars: { country: where } }]
}

function hoursLines(hours: Hours, now: Date): Text[] {
  const state = opening(hours, now)
  if (isAlways(hours)) return [{ key: 'contact:hours.always' }]
  const week = Object.entries(hours.week).map(([days, spans]): Text => {
    const [from = '', to = from] = days.split('-')
    const times = spans.map(([a, b]) => `${a}–${b}`).join(', ')
    return {
      key: from === to ? 'contact:hours.day' : 'contact:hours.days',
      vars: { from: day(from), to: day(to), times },
    }
  })
  const line: Text = { key: 'contact:hours.week', vars: { week: joined(week) } }
  return state?.open && state.until
    ? [{ key: 'contact:hours.open', vars: { until: state.until } }, line]
    : [{ key: 'contact:hours.closed' }, line]
}

function sourceLine(contact: Contact, now: Date): Text {
  const { checkedOn, source } = contact
  if (checkHolds(checkedOn, now)) {
    return { key: 'contact:source.checked', vars: { date: named(checkedOn) } }
  }
  if (!source.url) return { key: 'contact:source.memory' }
  const host = hostOf(source.url)
  return source.date
    ? { key: 'contact:source.dated', vars: { host, date: named(source.date) } }
    : { key: 'contact:source.undated', vars: { host } }
}

function day(code: string): Text {
  return { key: 'name:day', vars: { code } }
}

function named(date: string): Text {
  return { key: 'name:date', vars: { date } }
}

function isAlways({ week }: Hours) {
  const [from, to] = week['mon-sun']?.[0] ?? []
  return from === '00:00' && to === '24:00'
}

function local(now: Date, timeZone: string) {
  const parts = clock(timeZone).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: part('weekday').toLowerCase(),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  }
}

/** Making one costs a millisecond, and a list of contacts looks at the time for each. */
const clock = onceEach(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

function minutes(clock: string) {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

function list(keys: string[]): Text {
  return joined(keys.map((key) => ({ key })))
}

function joined(items: Text[]): Text {
  return { key: 'join:commas', vars: { items } }
}
