import { describe, expect, test } from 'vitest'
import { stepsOf, worklist } from '../../../src/core/knowledge/worklist.ts'
import { contact, phone } from '../small.ts'

const now = new Date('2026-11-26T12:00:00Z')
const source = (date: string | null) => ({
  source: { url: 'https://a.org/x', seenAs: 'official', date },
})

function list(...records: ReturnType<typeof contact>[]) {
  return worklist({ NL: records }, now).map(({ contact: { id }, because }) => `${id} ${because}`)
}

describe('the worklist', () => {
  test('leaves out what was checked in the last 180 days', () => {
    expect(list(contact('fresh', { checkedOn: '2026-05-31' }))).toEqual([])
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['was checked 180 days ago', { checkedOn: '2026-05-30' }, 'x old'],
    ['was never checked', {}, 'x never'],
    ['shows nothing', { website: null }, 'x nothing'],
    ['shows nothing, checked or not', { website: null, checkedOn: '2026-11-25' }, 'x nothing'],
  ])('names what %s', (_name, more, line) => {
    expect(list(contact('x', more))).toEqual([line])
  })

  test('begins with what shows nothing, then the oldest, unknown dates first', () => {
    const records = [
      contact('of-2025', source('2025-10')),
      contact('checked-in-2024', { checkedOn: '2024-01-01', ...source('2026') }),
      contact('undated', source(null)),
      contact('empty', { website: null, ...source('2026') }),
      contact('of-2019', source('2019-07-25')),
    ]
    expect(list(...records)).toEqual([
      'empty nothing',
      'undated never',
      'of-2019 never',
      'checked-in-2024 old',
      'of-2025 never',
    ])
  })

  test('goes over every country and names its file', () => {
    const contacts = { NL: [contact('nl-a')], PL: [contact('pl-a')] }
    const files = worklist(contacts, now).map(({ file }) => file)
    expect(files).toEqual(['flows/contacts/nl.yaml', 'flows/contacts/pl.yaml'])
  })
})

describe('an errand says', () => {
  const steps = (more: Record<string, unknown>) =>
    worklist({ NL: [contact('nl-a', more)] }, now).flatMap((errand) => stepsOf(errand, now))
  const done =
    'delete what is wrong, then write checkedOn: "2026-11-26" into flows/contacts/nl.yaml'

  test('which numbers to call, also the hidden ones', () => {
    const phones = [phone('112'), phone('+31800', { dial: '0800', show: false })]
    expect(steps({ phones, website: null })).toEqual([
      'call 112',
      'call 0800 (+31800), hidden so far',
      'look for a website of nl-a',
      done,
    ])
  })

  test('that nobody calls an emergency number to try it', () => {
    expect(steps({ kinds: ['emergency'], phones: [phone('112')] })[0]).toBe(
      'read 112 on an official page, do not call it',
    )
  })

  test('which pages to open, and to look for what is missing', () => {
    const website = { url: 'https://a.org', mark: 'memory' }
    expect(steps({ website, email: 'help@a.org' })).toEqual([
      'look for a number of nl-a',
      'open https://a.org, from memory',
      'look whether help@a.org stands there',
      done,
    ])
  })
})
