import { plain } from '../../core/countries.ts'
import { type Contact, contactNamed, isShown } from '../../core/knowledge/contact.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'

/** An organisation by its id, or by the only name that is or holds what was typed. */
export function organisationTyped(
  { contacts }: Pick<Knowledge, 'contacts'>,
  typed: string,
): Contact | undefined {
  const known = contactNamed(contacts, typed.toLowerCase())?.contact
  if (known && isShown(known)) return known
  const all = Object.values(contacts).flat().filter(isShown)
  const wanted = plain(typed)
  const named = all.filter(({ name }) => plain(name) === wanted)
  const holding = named.length > 0 ? named : all.filter(({ name }) => plain(name).includes(wanted))
  return wanted !== '' && holding.length === 1 ? holding[0] : undefined
}
