import { describe, expect, test } from 'vitest'
import { content, newReader as newPerson } from '../person.ts'
import { newReader } from './reader.ts'

async function prepares(room: string) {
  const person = await newPerson()
  await person.opens('start departure')
  await person.taps(room)
  return person
}

describe('before the journey', () => {
  test('one goes from the list to the code word, the card, the first days, and is offered check-ins', async () => {
    const person = await prepares('list')
    const ways: (string | undefined)[] = []
    for (let steps = 0; steps < 5; steps++) {
      await person.taps('next')
      ways.push(person.at())
    }
    expect(ways).toEqual([
      'departure.word',
      'departure.card',
      'departure.first-days',
      'departure.log',
      'check-in.offer',
    ])
  })

  test.each(['list', 'word', 'card', 'first-days'])('Back leads out of %s', async (room) => {
    const person = await prepares(room)
    expect(person.at()).toBe(`departure.${room}`)
    await person.taps('back')
    expect(person.at()).toBe('departure.choose')
  })

  test('ticks outlive another conversation', async () => {
    const person = await prepares('list')
    for (const choice of ['on-contract', 'page-1', 'on-money']) await person.taps(choice)
    await person.opens('start offer')
    await person.taps('adult')
    await person.opens('start departure')
    await person.taps('list')
    expect(person.choices()).toContain('off-contract')
    expect((await person.talk())?.ticks).toEqual({ 'departure.list': ['contract', 'money'] })
  })

  test('a typed word on the list shows it again', async () => {
    const person = await prepares('list')
    await person.taps('on-contract')
    await person.says('hm')
    expect([person.at(), person.choices()[1]]).toEqual(['departure.list', 'off-contract'])
  })

  test.each(content.languages)(
    'the card in %s names whom to ask, with a number for any country',
    async (language) => {
      const reader = newReader(language)
      await reader.opens('/start')
      await reader.presses(`start.language.${language}`)
      await reader.opens('/start departure')
      for (const press of ['choose.card', 'card.blank']) await reader.presses(`departure.${press}`)
      const [card] = reader.screens.slice(-2)
      expect(card?.text).toMatch(/KCIK.*, \+48\d{9}\n/)
    },
  )

  test('the code word is never a line of the card', () => {
    const step = content.flows.departure?.steps.card
    expect(step?.kind === 'card' ? step.lines : ['word']).not.toContain('word')
  })
})
