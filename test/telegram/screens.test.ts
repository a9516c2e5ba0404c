import { describe, expect, test } from 'vitest'
import { checksOffer, newBot, say } from '../bot.ts'
import { content } from '../person.ts'

describe('a press', () => {
  test('changes the message that carried the button', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    const before = person.open()?.id
    await person.taps('no')
    expect([person.open()?.id, person.at()]).toEqual([before, 'offer.debt'])
  })

  test('sends no new message', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    const before = person.chat().length
    await person.taps('no')
    expect(person.chat()).toHaveLength(before)
  })
})

test('the age, which leaves no trace on the way, is not counted; the questions behind it are headed by the check', async () => {
  const person = await (await newBot()).reader()
  await person.says('/start offer')
  expect(person.at()).toBe('offer.age')
  expect(person.last()?.text.startsWith(say('common:age.text'))).toBe(true)
  await person.taps('adult')
  expect(person.open()?.text).toContain(`${say('offer:title')}: 1 `)
})

describe('a typed word', () => {
  test('is answered below it', async () => {
    const person = await checksOffer(await newBot(), 'country')
    const typed = await person.says('Niemcy')
    expect(person.at()).toBe('offer.found-through')
    expect(person.open()?.id).toBeGreaterThan(typed)
  })

  test('that is no answer is told so above the same question', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    await person.says('300 euro')
    expect(person.at()).toBe('offer.fee')
    expect(person.last()?.text).toContain(say('common:use-buttons'))
  })

  test('is answered with one message', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    const before = person.bubbles().length
    await person.says('300 euro')
    expect(person.bubbles()).toHaveLength(before + 1)
  })

  test('leaves the message before it as it was', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    const before = person.bubbles()
    await person.says('300 euro')
    expect(person.bubbles().slice(0, -1)).toEqual(before)
  })
})

test('a photo is answered with one message, and the same question stands', async () => {
  const person = await checksOffer(await newBot(), 'fee')
  const before = person.bubbles().length
  await person.sendsPicture()
  expect(person.at()).toBe('offer.fee')
  expect(person.bubbles()).toHaveLength(before + 1)
  expect(person.last()?.text).toContain(say('picture:reading'))
})

describe.each(content.languages)('a word above a screen in %s', (language) => {
  test.each([
    ['/mydata', 'voice'],
    ['/mydata', 'venue'],
    ['/sos', 'voice'],
    ['/sos', 'venue'],
  ] as const)('makes no message of more than 600 letters: %s, %s', async (screen, kind) => {
    const person = await (await newBot()).reader({ language })
    await person.says(screen)
    await person.sendsSample(kind)
    expect(person.bubbles().filter(({ text }) => text.length > 600)).toEqual([])
  })
})

describe('the verdict', () => {
  async function comesToTheVerdict() {
    const person = await checksOffer(await newBot(), 'papers')
    const question = person.open()?.id
    const before = person.bubbles().length
    await person.taps('scan')
    const verdict = person.open()
    return { person, question, verdict, before }
  }

  test('takes the place of the last question, and is one message', async () => {
    const { person, verdict, question, before } = await comesToTheVerdict()
    expect(verdict?.text).toContain(say('indicators:offer_data_too_early.label'))
    expect([verdict?.id, person.bubbles().length]).toEqual([question, before])
  })

  test('is explained in the same message', async () => {
    const { person, question, before } = await comesToTheVerdict()
    await person.taps('page-0')
    expect(person.open()?.text).toContain(say('indicators:offer_data_too_early.advice'))
    expect([person.open()?.id, person.bubbles().length]).toEqual([question, before])
  })

  test.each([[['done']], [['page-0', 'done']], [['page-0', 'back', 'done']]])(
    'stays without buttons after %j, and the next question comes below',
    async (taps) => {
      const { person, verdict, question, before } = await comesToTheVerdict()
      for (const choice of taps) await person.taps(choice)
      const [left, next] = person.bubbles().slice(-2)
      expect(left).toMatchObject({ id: question, text: verdict?.text, buttons: [] })
      expect([person.at(), next?.id]).toEqual(['offer.more', person.open()?.id])
      expect(person.bubbles()).toHaveLength(before + 1)
    },
  )

  test('stays as it is while the person goes on', async () => {
    const { person } = await comesToTheVerdict()
    await person.taps('done')
    const left = person.bubbles().at(-2)
    for (const choice of ['people', 'menu', 'before']) await person.taps(choice)
    expect(person.bubbles()).toContainEqual(left)
  })

  test('is not covered when the way on is tapped twice', async () => {
    const { person, verdict, question } = await comesToTheVerdict()
    const presses = [person.press('done'), person.press('done')]
    await person.says('/menu')
    expect(presses).toHaveLength(2)
    expect(person.bubbles().find(({ id }) => id === question)).toMatchObject({
      text: verdict?.text,
      buttons: [],
    })
  })
})
