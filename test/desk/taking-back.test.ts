import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

/** Both sides of a talk, and who takes back what. */
async function newTwoSides(wish?: Parameters<typeof newTalk>[0]) {
  const talk = await newTalk(wish)
  const { desk, thread, person, settled } = talk
  const atDesk = (text: string) =>
    desk.group.messages(thread).findLast((message) => message.text === text)
  return {
    ...talk,
    written: async (text: string) => {
      const message = await person.says(text)
      await settled()
      return message
    },
    /** The copy or the message with these words, as the desk sees it. */
    copyAtDesk: atDesk,
    phone: () => person.chat().map(({ text }) => text),
    deskDeletes: (message: number | undefined) =>
      desk.says(desk.second, '/delete', thread, message),
    personDeletes: async (message: number) => {
      await person.sends({ text: '/delete' }, { replyTo: message })
      await settled()
    },
  }
}

describe('/delete at the desk', () => {
  test('takes a message away on both sides, with the command', async () => {
    const { answers, deskDeletes, phone, desk, thread } = await newTwoSides()
    const before = desk.texts(thread)
    await deskDeletes(await answers('zły numer'))
    expect([phone().includes('zły numer'), desk.texts(thread)]).toEqual([false, before])
  })

  test.each(['1', '2'])('of copy %s leaves the other one within reach', async (nth) => {
    const { written, person, settled, deskDeletes, personDeletes, copyAtDesk, desk, thread } =
      await newTwoSides()
    const message = await written('ulica Kwiatowa 1')
    await person.edits(message, 'ulica Kwiatowa 2')
    await settled()
    await deskDeletes(copyAtDesk(`ulica Kwiatowa ${nth}`)?.id)
    await personDeletes(message)
    expect(desk.texts(thread).filter((text) => text.startsWith('ulica'))).toEqual([])
  })

  test('takes away here alone what the person wrote', async () => {
    const { written, deskDeletes, copyAtDesk, phone } = await newTwoSides()
    await written('mój paszport')
    await deskDeletes(copyAtDesk('mój paszport')?.id)
    expect([phone().includes('mój paszport'), copyAtDesk('mój paszport')]).toEqual([
      true,
      undefined,
    ])
  })

  test('keeps what the person wrote out of a topic that is made anew', async () => {
    const { written, deskDeletes, copyAtDesk, desk, thread } = await newTwoSides()
    await written('mój paszport')
    await deskDeletes(copyAtDesk('mój paszport')?.id)
    desk.group.deleteTopic(thread)
    await written('jestem')
    expect(desk.texts(desk.topic())).not.toContain('mój paszport')
  })

  test('takes away what waits, so that a press does not show it', async () => {
    const { answers, deskDeletes, person, settled, phone, caseOf } = await newTwoSides({
      showing: 'waits',
    })
    const good = await answers('dobry numer')
    await deskDeletes(await answers('zły numer'))
    expect((await caseOf())?.unseen).toEqual([good])
    await person.taps('show')
    await settled()
    expect([phone().includes('dobry numer'), phone().includes('zły numer')]).toEqual([true, false])
  })

  test('takes away what has been changed, as it stands by now', async () => {
    const { answers, desk, deskDeletes, settled, phone } = await newTwoSides()
    const message = await answers('zły numre')
    desk.group.edit(desk.second, message, 'zły numer')
    await settled()
    await deskDeletes(message)
    expect(phone().filter((text) => text.startsWith('zły'))).toEqual([])
  })

  test('leaves both where it is too old for the phone, and says so', async () => {
    const { bot, answers, deskDeletes, phone, desk, thread } = await newTwoSides()
    const message = await answers('zły numer')
    bot.telegram.clock.forward(49 * 3600)
    await deskDeletes(message)
    expect([phone().includes('zły numer'), desk.texts(thread).includes('zły numer')]).toEqual([
      true,
      true,
    ])
    expect(desk.fromBot(thread).at(-1)).toBe(say('desk:delete.old'))
  })

  test('says where the bot may not delete in the group', async () => {
    const { answers, deskDeletes, phone, desk, thread } = await newTwoSides()
    const message = await answers('zły numer')
    desk.group.addBot({ by: desk.lead, denied: ['can_delete_messages'] })
    await deskDeletes(message)
    expect([phone().includes('zły numer'), desk.fromBot(thread).at(-1)]).toEqual([
      false,
      say('desk:delete.phone-only'),
    ])
  })

  test('of what the person wrote says so too', async () => {
    const { desk, thread, written, deskDeletes, copyAtDesk } = await newTwoSides()
    await written('mój paszport')
    desk.group.addBot({ by: desk.lead, denied: ['can_delete_messages'] })
    // Its own copies a bot may delete for two days.
    await deskDeletes(copyAtDesk('mój paszport')?.id)
    expect([copyAtDesk('mój paszport'), desk.texts(thread).at(-1)]).toEqual([undefined, '/delete'])
  })

  test.each([
    ['nothing', () => undefined],
    ['the card', ({ card }: { card: number }) => card],
  ])('says how it is done where it answers %s', async (_what, which) => {
    const { deskDeletes, desk, thread } = await newTwoSides()
    const card = desk.group.messages(thread).find(({ pinned }) => pinned)?.id ?? 0
    await deskDeletes(which({ card }))
    expect(desk.fromBot(thread).at(-1)).toBe(say('desk:delete.how'))
    expect(desk.group.messages(thread).some(({ id }) => id === card)).toBe(true)
  })

  test('is for who has the case', async () => {
    const { answers, desk, thread, phone } = await newTwoSides()
    const message = await answers('dobry numer')
    await desk.says(desk.lead, '/delete', thread, message)
    expect([phone().includes('dobry numer'), desk.fromBot(thread).at(-1)]).toEqual([
      true,
      say('desk:refused.theirs'),
    ])
  })

  test('also after the case was closed', async () => {
    const { desk, thread, phone } = await newTwoSides()
    await desk.presses(desk.second, 'transfer', thread)
    await desk.presses(desk.lead, 'take', thread)
    const message = await desk.says(desk.lead, 'zły numer', thread)
    await desk.presses(desk.lead, 'close', thread)
    await desk.says(desk.lead, '/delete', thread, message)
    expect(phone()).not.toContain('zły numer')
  })
})

describe('/delete of the person', () => {
  test('takes a message away on both sides, and the desk sees that', async () => {
    const { bot, person, written, personDeletes, phone, desk, thread } = await newTwoSides()
    const message = await written('mój adres')
    await personDeletes(message)
    const known = (await bot.world.messages.of(person.id)).map((seen) => seen.message)
    expect(known).not.toContain(message)
    const [, line = ''] = say('desk:line.took-back').split('}}')
    expect([phone().includes('mój adres'), desk.texts(thread).includes('mój adres')]).toEqual([
      false,
      false,
    ])
    expect([phone().includes('/delete'), desk.fromBot(thread).at(-1)?.endsWith(line)]).toEqual([
      false,
      true,
    ])
  })

  test('takes away each copy of what was changed', async () => {
    const { written, person, settled, personDeletes, desk, thread } = await newTwoSides()
    const message = await written('ulica Kwiatowa 1')
    for (const words of ['ulica Kwiatowa 2', 'ulica Kwiatowa 3']) {
      await person.edits(message, words)
      await settled()
    }
    await personDeletes(message)
    expect(desk.texts(thread).filter((text) => text.startsWith('ulica'))).toEqual([])
  })

  test('takes away here alone what the desk wrote', async () => {
    const { answers, personDeletes, person, phone, copyAtDesk } = await newTwoSides()
    await answers('proszę nie jechać')
    await personDeletes(person.bubbles().find(({ text }) => text === 'proszę nie jechać')?.id ?? 0)
    expect([phone().includes('proszę nie jechać'), copyAtDesk('proszę nie jechać')?.text]).toEqual([
      false,
      'proszę nie jechać',
    ])
  })

  test('says what they can do where it is too old for the bot to delete', async () => {
    const { bot, written, personDeletes, phone, desk, thread } = await newTwoSides()
    const message = await written('mój adres')
    bot.telegram.clock.forward(49 * 3600)
    await personDeletes(message)
    expect([desk.texts(thread).includes('mój adres'), phone().includes('mój adres')]).toEqual([
      false,
      true,
    ])
    expect(phone().at(-1)).toBe(say('consultant:talk.stays'))
  })

  test('leaves both where the desk cannot lose it, and says so', async () => {
    const { bot, written, personDeletes, phone, desk, thread } = await newTwoSides()
    const message = await written('mój adres')
    const description = "Bad Request: message can't be deleted"
    bot.telegram.faults.add({ kind: 'status', method: 'deleteMessage', status: 400, description })
    await personDeletes(message)
    expect([phone().includes('mój adres'), desk.texts(thread).includes('mój adres')]).toEqual([
      true,
      true,
    ])
    expect(phone().at(-1)).toBe(say('consultant:talk.undeleted'))
    expect(desk.fromBot(thread).at(-1)).toBe('mój adres')
  })

  test('of what the desk wrote long ago leaves it within reach of /hide', async () => {
    const { bot, answers, person, personDeletes, phone } = await newTwoSides()
    await answers('proszę nie jechać')
    bot.telegram.clock.forward(49 * 3600)
    const old = person.bubbles().find(({ text }) => text === 'proszę nie jechać')?.id ?? 0
    await personDeletes(old)
    expect(phone().at(-1)).toBe(say('consultant:talk.stays'))
    await person.says('/hide')
    expect(phone()).not.toContain('proszę nie jechać')
  })

  test('takes no screen away, which /hide still finds', async () => {
    const { person, personDeletes, desk, thread, phone } = await newTwoSides()
    const [screen, before] = [person.open(), desk.texts(thread)]
    await personDeletes(screen?.id ?? 0)
    expect([person.open()?.id, desk.texts(thread)]).toEqual([screen?.id, before])
    await person.says('/hide')
    expect(phone()).toEqual([say('common:hidden')])
  })

  test('comes behind what it takes back, however long that waits', async () => {
    const { bot, desk, person, settled, phone, thread } = await newTwoSides()
    bot.telegram.faults.add({
      kind: 'status',
      method: 'copyMessage',
      status: 429,
      retry_after: 1,
      times: 3,
    })
    const message = await person.says('mój adres')
    await person.sends({ text: '/delete' }, { replyTo: message })
    await settled()
    expect([phone().includes('mój adres'), desk.texts(thread).includes('mój adres')]).toEqual([
      false,
      false,
    ])
  })

  test('says how it is done where it answers nothing', async () => {
    const { person } = await newTwoSides()
    await person.says('/delete')
    expect(person.open()?.text).toContain(say('consultant:talk.delete'))
  })

  test('is unknown where nobody is talked with', async () => {
    const { person } = await newTwoSides()
    await person.taps('leave')
    await person.says('/delete')
    expect(person.open()?.text).toContain(say('common:unknown-command'))
  })
})

test('what is taken back is gone once, where each job runs twice', async () => {
  const { jobs, settled, answers, deskDeletes, written, personDeletes, phone, desk, thread } =
    await newTwoSides()
  await deskDeletes(await answers('zły numer'))
  await personDeletes(await written('mój adres'))
  const seen = () => [phone(), desk.texts(thread).filter(Boolean)]
  const before = seen()
  for (const job of [...jobs.done]) await jobs.again(job)
  await settled()
  expect(seen()).toEqual(before)
})
