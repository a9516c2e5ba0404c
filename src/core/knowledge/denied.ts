import * as z from 'zod'
import { onceEach } from '../once.ts'

const because = {
  /** What is wrong with it, and what stands in its place. */
  why: z.string().min(1),
  /** Where it was seen. */
  source: z.string().min(1),
}

/** A number (`+48 22 628 99 99`) or an address that circulates but must never be shown: `flows/contacts-denied.yaml`. */
export const Denied = z.union([
  z.strictObject({
    number: z.string().regex(/^\+[1-9]\d{0,2}( \d+)+$/, {
      error: 'begins with the country code and a space: +48 22 628 99 99',
    }),
    ...because,
  }),
  z.strictObject({ email: z.email(), ...because }),
])
export type Denied = z.infer<typeof Denied>

/** What a text holds of the denied, however it is spelled: with or without country code, spaces, hyphens, brackets. */
export function deniedIn(text: string, denied: Denied[]): Denied[] {
  const plain = text.normalize('NFKC').toLowerCase()
  return denied.filter((one) =>
    'email' in one ? plain.includes(one.email.toLowerCase()) : spellings(one.number).test(plain),
  )
}

/** What people write between the digits of a number. */
const gap = String.raw`[\s().\/\p{Pd}]{0,3}`

/** `+48 22 628 99 99` → also 22 628-99-99, 0048226289999 and +48 (0)22 6289999. */
const spellings = onceEach((number: string) => {
  const [country = '', ...rest] = number.slice(1).split(' ')
  const prefix = String.raw`(?:(?:\+|00)?${country}${gap})?(?:0${gap})?`
  return new RegExp(String.raw`(?<!\d)${prefix}${[...rest.join('')].join(gap)}(?!\d)`, 'u')
})
