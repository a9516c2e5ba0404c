import type { NumberRead } from '../../src/core/firm/firm.ts'
import { newReader } from '../person.ts'
import { active, invented } from '../registers/invented.ts'

const readNumbers = (text: string): NumberRead[] =>
  /^\d{9}$/.test(text) ? [{ kind: 'orgnr', value: text }] : []

/** Somebody who has asked about a firm and waits for the register, which knows it. */
export async function waits() {
  const { register } = invented('NO_ENHETER', { 'orgnr-923609016': active() })
  const person = await newReader({ registers: [register], readNumbers })
  await person.opens('start employer')
  await person.taps('number')
  await person.says('923609016')
  await person.taps('unknown')
  return person
}
