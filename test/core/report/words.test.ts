import { expect, test } from 'vitest'
import { createWords } from '../../../src/content/words.ts'
import { needs } from '../../../src/core/needs.ts'
import { answers, endings } from '../../../src/core/report/counted.ts'
import { reportOf, type WeekCounts } from '../../../src/core/report/report.ts'
import { weeksBefore } from '../../../src/core/report/weeks.ts'
import { tableOf } from '../../../src/core/report/words.ts'
import { voiceFor } from '../../../src/core/voice.ts'
import { content, locales } from '../../person.ts'

const words = createWords(locales, content.languages)

/** Everything that can be counted, each so often. */
function everything(times: number): WeekCounts {
  const all = (group: string, names: readonly string[]) =>
    names.map((name) => [`${group}/${name}`, times])
  return Object.fromEntries([
    ['cases', times * 70],
    ...all('language', [
      'pl',
      'uk',
      'ru',
      'en',
      'de',
      'cs',
      'bg',
      'ro',
      'lt',
      'lv',
      'et',
      'sk',
      'hu',
    ]),
    ...all('country', Object.keys(content.contacts)),
    ...all('sign', Object.keys(content.indicators)),
    ...all('need', needs),
    ...all('answer', answers),
    ...all('ending', endings),
    ...all('helped', ['yes', 'partly', 'no']),
  ])
}

test.each(content.languages)('the longest table fits into a message: %s', (language) => {
  const weeks = weeksBefore('2026-12-01', 13)
  const counts = weeks.map(() => everything(1000))
  const report = reportOf(weeks, counts)
  if (!report) throw new Error('there is no report')
  const name = 'Fundacja o bardzo długiej nazwie w mieście'
  const table = words.plain(tableOf(name, report), voiceFor(content, { language }))
  expect(table.length).toBeGreaterThan(1500)
  expect(table.length).toBeLessThanOrEqual(4096)
})
