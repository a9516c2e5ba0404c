import { join } from 'node:path'
import { loadOrThrow } from '../content/load.ts'
import { type Errand, stepsOf, worklist } from '../core/knowledge/worklist.ts'

/** `npm run contacts`: which contacts a person has to call and open, the most urgent first. */
const { content } = loadOrThrow(process.argv[2] ?? join(import.meta.dirname, '../..'))
const now = new Date()
const errands = worklist(content.contacts, now)

const because: Record<Errand['because'], (errand: Errand) => string> = {
  nothing: () => 'shows nothing to anybody',
  never: ({ contact }) =>
    `never checked, its source is of ${contact.source.date ?? 'unknown date'}`,
  old: ({ contact }) => `last checked on ${contact.checkedOn}`,
}

for (const errand of errands) {
  const { contact } = errand
  console.log(`${contact.id} · ${contact.name}\n  ${because[errand.because](errand)}`)
  for (const step of stepsOf(errand, now)) console.log(`  → ${step}`)
  if (contact.note) console.log(`  ${contact.note.trim().replaceAll('\n', '\n  ')}`)
  console.log()
}
const all = Object.values(content.contacts).flat().length
const empty = errands.filter((errand) => errand.because === 'nothing').length
console.log(`${errands.length} of ${all} contacts wait for a check, ${empty} of them show nothing.`)
