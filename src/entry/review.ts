import { join } from 'node:path'
import { load } from '../content/load.ts'
import { review } from '../core/review/review.ts'

/** `npm run review`: what an author must mend, file by file; silent when all is well. */
const { content, locales, scenarios, faults } = load(
  process.argv[2] ?? join(import.meta.dirname, '../..'),
)
// What cannot be read would only raise false alarms elsewhere, so it comes first and alone.
const found = faults.length > 0 ? faults : review(content, locales, new Date(), scenarios)
for (const { file, at, fault, cure } of found) {
  console.log(`${file}\n  ${at ? `${at}: ` : ''}${fault}\n  → ${cure}\n`)
}
if (found.length > 0) {
  console.log(`${found.length} to mend.`)
  process.exitCode = 1
}
