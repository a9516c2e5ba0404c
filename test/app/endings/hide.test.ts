import { describe, expect, test } from 'vitest'
import { checksOffer, newBot } from '../../bot.ts'
import { hasTalked, neutral, read } from './hidden.ts'

describe('a chat that is hidden', () => {
  test('by a command holds one neutral line and nothing else', async () => {
    const person = await hasTalked(await newBot())
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })

  test.each<[string, string[]]>([
    ['of SOS', ['sos', 'watched', 'hide']],
    ['of the settings', ['menu', 'settings', 'hide', 'yes']],
  ])('by a button %s holds one neutral line and nothing else', async (_where, way) => {
    const person = await hasTalked(await newBot())
    for (const choice of way) await person.taps(choice)
    expect(read(person)).toEqual([neutral])
  })

  test('asks before it is hidden by the button of the settings', async () => {
    const person = await hasTalked(await newBot())
    const before = person.chat().length
    for (const choice of ['menu', 'settings', 'hide', 'no']) await person.taps(choice)
    expect([person.at(), person.chat().length]).toEqual(['settings.choose', before])
  })

  test('twice holds one line again', async () => {
    const person = await hasTalked(await newBot())
    for (const line of ['/hide', '/hide']) await person.says(line)
    expect(read(person)).toEqual([neutral])
  })

  test('of a stranger holds one line', async () => {
    const person = (await newBot()).person()
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })

  test('of more than a hundred messages is emptied', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    for (let count = 0; count < 60; count++) person.phone.send(`${count}`)
    await bot.telegram.settled()
    expect(person.chat().length).toBeGreaterThan(120)
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
    expect(bot.asked('deleteMessages').every(({ ok }) => ok)).toBe(true)
  })

  test('with an album of which only the first part was answered is emptied', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    const file = { file_id: 'd', file_unique_id: 'd', file_size: 9 }
    const document = { ...file, file_name: 'a.pdf', mime_type: 'application/pdf' }
    const photo = [{ ...file, width: 90, height: 90 }]
    for (let part = 0; part < 2; part++) person.phone.sendAny({ document, media_group_id: '135' })
    for (let part = 0; part < 2; part++) person.phone.sendAny({ photo, media_group_id: '136' })
    await bot.telegram.settled()
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })

  test('where the person deleted some messages is emptied', async () => {
    const person = await hasTalked(await newBot())
    for (const { id } of person.chat().slice(0, 4)) person.phone.delete(id, { forBoth: true })
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })

  test('after an update came twice is emptied', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    bot.telegram.faults.add({ kind: 'redeliver', times: 2 })
    for (const line of ['hm', '/hide']) await person.says(line)
    expect(read(person)).toEqual([neutral])
  })

  test('after Telegram was in trouble is emptied', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    bot.telegram.faults.add({ kind: 'status', method: 'deleteMessages', status: 502 })
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })
})

describe('afterwards', () => {
  test.each(['hm', '/start'])('typing %s opens the menu, which offers to go on', async (text) => {
    const person = await checksOffer(await newBot(), 'fee')
    for (const line of ['/hide', text]) await person.says(line)
    expect(person.at()).toBe('menu.groups')
    await person.taps('continue')
    expect(person.at()).toBe('offer.fee')
  })

  test('a button that was still on the screen opens the menu too', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    const { id = 0 } = person.open() ?? {}
    await person.says('/hide')
    await person.presses(id, 'offer.fee.yes')
    expect(person.at()).toBe('menu.groups')
  })

  test('a message that somebody pins brings nothing back', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    await person.says('/hide')
    const before = person.bubbles()
    await person.pins(before[0]?.id ?? 0)
    expect(person.bubbles()).toEqual([{ ...before[0], pinned: true }])
    expect(await bot.counts()).toEqual({ 'ignored#pinned_message': 1 })
  })

  test('the next time the line before is gone as well', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    for (const line of ['/hide', 'hm', '/hide']) await person.says(line)
    expect(read(person)).toEqual([neutral])
  })
})
