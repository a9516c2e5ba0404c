import { describe, expect, test } from 'vitest'
import { checksOffer, newBot, say } from '../bot.ts'

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

test('a question whose words all checks share is headed by the check', async () => {
  const person = await (await newBot()).reader()
  await person.says('/start offer')
  expect(person.at()).toBe('offer.age')
  expect(person.last()?.text).toContain(`${say('offer:title')}:`)
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

test('a photo is answered with one message and the same question', async () => {
  const person = await checksOffer(await newBot(), 'fee')
  const before = person.bubbles().length
  await person.sendsPicture()
  expect(person.at()).toBe('offer.fee')
  expect(person.bubbles()).toHaveLength(before + 1)
  expect(person.last()?.text).toContain(say('common:cannot-read'))
})

describe('the verdict', () => {
  async function comesToTheVerdict() {
    const person = await checksOffer(await newBot(), 'papers')
    const question = person.open()?.id
    await person.taps('scan')
    const [asked, verdict, page] = person.bubbles().slice(-3)
    return { person, question, asked, verdict, page }
  }

  test('is a new message without buttons', async () => {
    const { verdict, question } = await comesToTheVerdict()
    expect(verdict?.text).toContain(say('indicators:offer_data_too_early.label'))
    expect(verdict?.buttons).toEqual([])
    expect(verdict?.id).not.toBe(question)
  })

  test('takes the buttons from the last question', async () => {
    const { asked, question } = await comesToTheVerdict()
    expect(asked).toMatchObject({ id: question, buttons: [] })
    expect(asked?.text).toContain(say('offer:papers.text'))
  })

  test('is followed by the first point, with buttons', async () => {
    const { person, page } = await comesToTheVerdict()
    expect([person.at(), person.open()?.id]).toEqual(['offer.verdict', page?.id])
  })

  test('stays as it is while the person goes on', async () => {
    const { person, verdict } = await comesToTheVerdict()
    for (const choice of ['done', 'people', 'menu', 'before']) await person.taps(choice)
    expect(person.bubbles()).toContainEqual(verdict)
  })
})
