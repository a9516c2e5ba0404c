import { describe, expect, test } from 'vitest'
import { contactText } from '../../../src/core/cards/contact.ts'
import { keysOf } from '../../person.ts'
import { contact, phone, textIn } from '../small.ts'

const noon = new Date('2026-11-22T12:00:00Z')
const daily = { tz: 'Europe/Warsaw', week: { 'mon-fri': [['09:00', '17:00']] } }
const lunch = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
]

const holidays = { PL: { 2026: '11-11 12-25 12-26' }, 'PL-SL': { 2026: '12-04' } }

function keys(more: Record<string, unknown>, now = noon, country = 'PL') {
  return keysOf(contactText(contact('x', more), country, now, holidays))
}

describe('the card says of the hours', () => {
  test.each([
    ['nothing when they are not known', null, []],
    [
      'day and night',
      { ...daily, week: { 'mon-sun': [['00:00', '24:00']] } },
      ['contact:hours.always'],
    ],
    ['closed now, and the week', daily, ['contact:hours.closed', 'contact:hours.week']],
    [
      'not day and night when it closes at noon',
      { ...daily, week: { 'mon-sun': [['00:00', '12:00']] } },
      ['contact:hours.closed', 'contact:hours.week'],
    ],
    [
      'open now, and the week',
      { ...daily, week: { sun: lunch } },
      ['contact:hours.open', 'contact:hours.week'],
    ],
  ])('%s', (_name, hours, expected) => {
    const open = new Date('2026-11-22T14:00:00Z') // a Sunday, 15:00 in Warsaw
    const found = keys({ hours }, open).filter((key) =>
      /hours\.(always|closed|open|week)$/.test(key),
    )
    expect(found).toEqual(expected)
  })

  const christmas = new Date('2026-12-25T11:00:00Z') // a Friday
  const evening = new Date('2026-12-24T18:00:00Z')
  test.each<[string, unknown, Date, string, string[]]>([
    ['that it is a holiday', daily, christmas, 'PL', ['holiday', 'week']],
    ['that the next day is one', daily, evening, 'PL', ['closed', 'next-holiday', 'week']],
    ['nothing of what another country celebrates', daily, christmas, 'DE', ['open', 'week']],
    [
      'day and night also on a holiday',
      { ...daily, week: { 'mon-sun': [['00:00', '24:00']] } },
      christmas,
      'PL',
      ['always'],
    ],
    [
      'the holiday of a part of the country',
      { ...daily, holidays: 'PL-SL' },
      new Date('2026-12-04T11:00:00Z'),
      'PL',
      ['holiday', 'week'],
    ],
  ])('%s', (_name, hours, now, country, expected) => {
    const found = keys({ hours }, now, country).flatMap(
      (key) => key.split('contact:hours.')[1] ?? [],
    )
    expect(found.filter((one) => !one.startsWith('day'))).toEqual(expected)
  })

  test('which day the next holiday is', () => {
    const text = contactText(contact('x', { hours: daily }), 'PL', evening, holidays)
    expect(textIn(text, 'contact:hours.next-holiday')?.vars).toEqual({
      date: { key: 'name:date', vars: { date: '2026-12-25' } },
    })
  })

  test('each group of days with all its times', () => {
    const week = { 'mon-thu': lunch, fri: [['08:00', '12:00']] }
    const text = contactText(contact('x', { hours: { ...daily, week } }), 'PL', noon, holidays)
    expect(textIn(text, 'contact:hours.days')?.vars?.times).toBe('09:00–12:00, 13:00–17:00')
    expect(textIn(text, 'contact:hours.day')?.vars?.times).toBe('08:00–12:00')
  })
})

describe('the card says of its source', () => {
  const day = 86_400_000
  const daysAgo = (days: number) => new Date(noon.getTime() - days * day).toISOString().slice(0, 10)
  const source = { url: 'https://www.a.org/x', seenAs: 'official', date: '2025-06' }
  test.each<[string, Record<string, unknown>, string]>([
    ['checked today', { checkedOn: daysAgo(0) }, 'contact:source.checked'],
    ['checked 179 days ago', { checkedOn: daysAgo(179) }, 'contact:source.checked'],
    ['checked 180 days ago', { checkedOn: daysAgo(180), source }, 'contact:source.dated'],
    ['never checked', { source }, 'contact:source.dated'],
    ['of a page without a date', {}, 'contact:source.undated'],
    [
      'known from memory',
      { source: { url: null, seenAs: 'memory', date: null } },
      'contact:source.memory',
    ],
  ])('%s', (_name, more, key) => {
    expect(keys(more).filter((one) => one.startsWith('contact:source'))).toEqual([key])
  })

  test('the host without www, and the date as precise as the source has it', () => {
    expect(
      textIn(contactText(contact('x', { source }), 'PL', noon, holidays), 'contact:source.dated')
        ?.vars,
    ).toEqual({ host: 'a.org', date: { key: 'name:date', vars: { date: '2025-06' } } })
  })
})

describe('the card shows', () => {
  const nothing = { website: null }
  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'a short number, and in which country it means them',
      { phones: [phone('116111', { short: true })] },
      ['contact:noted', 'contact:number', 'contact:inside', 'contact:short'],
    ],
    [
      'a long number in both forms',
      { phones: [phone('+48226280120', { dial: '22 628 01 20' })] },
      ['contact:phone'],
    ],
    [
      'what a number costs and where it works',
      { phones: [phone('+48800', { free: true, fromAbroad: false })] },
      ['contact:noted', 'contact:number', 'contact:free', 'contact:inside'],
    ],
    ['no number that may not be shown', { phones: [phone('+48800', { show: false })] }, []],
    ['an e-mail', { email: 'help@a.org' }, ['contact:email']],
    ['that nothing is proven', nothing, ['contact:nothing']],
    ['not so when there is an e-mail', { ...nothing, email: 'a@a.org' }, ['contact:email']],
    ['not so when there is a number', { ...nothing, phones: [phone('112')] }, ['contact:number']],
    ['whom it is for', { audience: 'women' }, ['contact:audience.women']],
    ['its languages', { languages: ['pl', 'en'] }, ['contact:languages']],
  ])('%s', (_name, more, expected) => {
    const always = /^(contact:(card|what|website|source|kind)|join|name)/
    expect(keys(more).filter((key) => !always.test(key))).toEqual(expected)
  })

  test('of a short number of Europe that it is not that of one country', () => {
    expect(keys({ phones: [phone('112', { short: true })] }, noon, 'EU')).toContain(
      'contact:short-union',
    )
  })

  test('the country where a number works, by its name', () => {
    const phones = [phone('+498000', { fromAbroad: false })]
    const text = contactText(contact('x', { phones }), 'DE', noon, holidays)
    expect(textIn(text, 'contact:inside')?.vars?.country).toEqual({
      key: 'name:country',
      vars: { code: 'DE' },
    })
  })
})
