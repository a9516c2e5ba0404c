import { describe, expect, test } from 'vitest'
import { newBot } from '../bot.ts'
import { newReader } from '../person.ts'

async function wantsTips() {
  const person = await newReader()
  await person.opens('tips')
  for (const choice of ['on-offers', 'country', 'NL', 'on-country-NL']) await person.taps(choice)
  return person
}

describe('tips', () => {
  test('come about the themes and countries that were chosen', async () => {
    const { world } = await wantsTips()
    expect(await world.tips.of(7)).toEqual(['country-NL', 'offers'])
  })

  test('come in the language that was chosen last', async () => {
    const person = await wantsTips()
    await person.opens('language')
    await person.taps('en')
    expect(await person.world.tips.subscribers('offers')).toEqual([{ chat: 7, language: 'en' }])
  })

  test('are named by /mydata', async () => {
    const person = await wantsTips()
    await person.opens('mydata')
    expect(person.keys()).toEqual(expect.arrayContaining(['tips:themes.offers', 'name:country']))
  })

  test.each([
    ['/stop', async (person: Awaited<ReturnType<typeof wantsTips>>) => person.opens('stop')],
    ['/forget', async (person: Awaited<ReturnType<typeof wantsTips>>) => person.opens('forget')],
    ['one button', async (person: Awaited<ReturnType<typeof wantsTips>>) => person.taps('end')],
  ])('end with %s', async (_how, ends) => {
    const person = await wantsTips()
    await ends(person)
    expect(await person.world.tips.of(7)).toEqual([])
  })

  test('/stop says so', async () => {
    const person = await wantsTips()
    await person.opens('stop')
    expect(person.at()).toBe('settings.stopped')
  })

  test('end for somebody who blocks the bot, before anything is sent in vain', async () => {
    const bot = await newBot()
    const person = await bot.reader()
    await person.says('/tips')
    await person.taps('on-offers')
    person.phone.block()
    await bot.telegram.settled()
    expect(await bot.world.tips.of(person.id)).toEqual([])
  })

  test('end for somebody who turns out to be gone', async () => {
    const bot = await newBot()
    const person = await bot.reader()
    await bot.world.tips.add(person.id, 'offers', 'pl')
    const description = 'Forbidden: user is deactivated'
    bot.telegram.faults.add({ kind: 'status', method: 'sendMessage', status: 403, description })
    await person.says('hm')
    expect(await bot.world.tips.of(person.id)).toEqual([])
  })
})
