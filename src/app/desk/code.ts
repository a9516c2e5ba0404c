import { createHmac, timingSafeEqual } from 'node:crypto'
import { type DeskTerms, fits } from './terms.ts'

/** What a code lets a group become, or why nothing. `forged`: nobody made it with this key. */
export type Read = { desk: DeskTerms } | { why: 'forged' | 'expired' | 'malformed' }

/** The first letter of a code, by which another form would be known. */
const version = 'a'

/** What Telegram lets one write in a message. */
const longest = 4096

const macBytes = 16

/** What is signed, and sixteen bytes that sign it. */
const shape = new RegExp(`^(${version}[\\w-]+)\\.([\\w-]{22})$`)

/** A code that lets a group become this desk, until then. It hides nothing: whoever has it can read it. */
export function makeCode(key: string, desk: DeskTerms, until: Date): string {
  const { id, name, languages, countries, themes, minors, complaints, hours } = desk
  const seconds = Math.ceil(until.getTime() / 1000)
  const usual = [seconds, id, name, languages, countries, themes, minors, complaints]
  const fields = hours ? [...usual, hours] : usual
  const signed = version + Buffer.from(JSON.stringify(fields)).toString('base64url')
  return `${signed}.${macOf(key, signed)}`
}

/** Without a key no code is taken. */
export function readCode(key: string | undefined, code: string, now: Date): Read {
  const [, signed, mac] = (code.length <= longest && shape.exec(code)) || []
  if (!signed || !mac) return { why: 'malformed' }
  if (!key || !isSame(mac, macOf(key, signed))) return { why: 'forged' }
  const found = read(signed.slice(version.length))
  if (!found) return { why: 'malformed' }
  return found.until > now.getTime() ? { desk: found.desk } : { why: 'expired' }
}

/** Of the letters as they are sent, not of what they stand for: those can be written in more than one way. */
function macOf(key: string, signed: string) {
  const whole = createHmac('sha256', key).update(signed).digest()
  return whole.subarray(0, macBytes).toString('base64url')
}

function isSame(mac: string, wanted: string) {
  return timingSafeEqual(Buffer.from(mac), Buffer.from(wanted))
}

/** It is signed, but perhaps by another release. */
function read(payload: string): { until: number; desk: DeskTerms } | undefined {
  const fields = parsed(Buffer.from(payload, 'base64url').toString())
  if (!Array.isArray(fields) || fields.length < 8 || fields.length > 9) return undefined
  const [seconds, id, name, languages, countries, themes, minors, complaints, hours]: unknown[] =
    fields
  if (typeof seconds !== 'number' || !fits.id(id) || !fits.name(name)) return undefined
  if (!fits.languages(languages) || !fits.countries(countries)) return undefined
  if (!fits.themes(themes) || !fits.minors(minors) || !fits.complaints(complaints)) return undefined
  if (!fits.hours(hours)) return undefined
  const terms = { id, name, languages, countries, themes, minors, complaints }
  const desk = { ...terms, ...(hours && { hours }) }
  return { until: seconds * 1000, desk }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
