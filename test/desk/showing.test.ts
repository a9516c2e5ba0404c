import { describe, expect, test } from 'vitest'
import { checksOffer, say } from '../bot.ts'
import { newScene } from './scene.ts'
import { newTalk } from './talk.ts'

const waits = say('consultant:talk.unseen')

describe('words that show on a press', () => {
  test('are announced once, by a word that tells nothing', async () => {
    const { answers, onPhone } = await newTalk({ showing: 'waits' })
    const before = onPhone().length
    for (const text of ['Dzień dobry', 'Proszę nie jechać', 'Jestem tu']) await answers(text)
    expect(onPhone().slice(before)).toEqual([waits])
  })

  test('come all in their order', async () => {
    const { answers, person, settled, onPhone } = await newTalk({ showing: 'waits' })
    for (const text of ['raz', 'dwa', 'trzy']) await answers(text)
    await person.taps('show')
    await settled()
    expect(onPhone().slice(-3)).toEqual(['raz', 'dwa', 'trzy'])
    expect(person.choices()).not.toContain('show')
  })

  test('are announced anew after a press', async () => {
    const { answers, person, settled, onPhone } = await newTalk({ showing: 'waits' })
    await answers('raz')
    await person.taps('show')
    await settled()
    await answers('dwa')
    expect(onPhone().at(-1)).toBe(waits)
  })

  test('are marked as waiting for who wrote them, and as arrived after the press', async () => {
    const { answers, person, settled, desk, thread } = await newTalk({ showing: 'waits' })
    await answers('raz')
    const reactions = () =>
      desk.group.messages(thread).find(({ text }) => text === 'raz')?.reactions
    expect(reactions()).toEqual(['✍'])
    await person.taps('show')
    await settled()
    expect(reactions()).toEqual(['👌'])
  })

  test('can be read also when the desk has ended the talk', async () => {
    const { answers, person, settled, desk, thread, onPhone } = await newTalk({ showing: 'waits' })
    await answers('ostatnie słowo')
    const asks = person.open()
    const show = asks?.buttons.flat().find(({ data }) => data?.endsWith('.show'))?.data ?? ''
    await desk.presses(desk.second, 'close', thread)
    await person.presses(asks?.id ?? 0, show)
    await settled()
    expect(onPhone()).toContain('ostatnie słowo')
  })

  test('come as they were changed meanwhile', async () => {
    const { answers, desk, person, settled, onPhone } = await newTalk({ showing: 'waits' })
    desk.group.edit(desk.second, await answers('o piątej'), 'o szóstej')
    await settled()
    await person.taps('show')
    await settled()
    expect(onPhone().filter((text) => text.startsWith('o '))).toEqual(['o szóstej'])
  })

  test('wait once more where they are changed after the press', async () => {
    const { answers, desk, person, settled, onPhone } = await newTalk({ showing: 'waits' })
    const message = await answers('o piątej')
    await person.taps('show')
    await settled()
    desk.group.edit(desk.second, message, 'o szóstej')
    await settled()
    expect([onPhone().includes('o piątej'), onPhone().at(-1)]).toEqual([false, waits])
    await person.taps('show')
    await settled()
    expect(onPhone().filter((text) => text.startsWith('o '))).toEqual(['o szóstej'])
  })

  for (const [what, text, change] of [
    ['to what stays inside', '// tajne', undefined],
    ['to what tells who wrote it', 'tu Mirek', undefined],
    ['by who has given the case back', 'tajne', 'transfer'],
    ['after the end', 'tajne', 'close'],
  ] as const)
    test(`are shown to nobody once they are changed ${what}`, async () => {
      const { answers, desk, thread, person, settled, onPhone } = await newTalk({
        showing: 'waits',
      })
      const message = await answers('o piątej')
      const asks = person.open()
      const show = asks?.buttons.flat().find(({ data }) => data?.endsWith('.show'))?.data ?? ''
      if (change) await desk.presses(desk.second, change, thread)
      desk.group.edit(desk.second, message, text)
      await settled()
      await person.presses(asks?.id ?? 0, show)
      await settled()
      expect(onPhone().filter((one) => [text, 'o piątej'].includes(one))).toEqual([])
      const own = desk.group.messages(thread).find(({ id }) => id === message)
      expect(own?.reactions).toEqual(['👎'])
    })

  test('answer what they were written to', async () => {
    const { answers, desk, thread, person, settled } = await newTalk({ showing: 'waits' })
    const asked = await person.says('Kiedy?')
    await settled()
    const copy = desk.group.messages(thread).findLast(({ text }) => text === 'Kiedy?')
    await answers('jutro', copy?.id)
    await person.taps('show')
    await settled()
    expect(person.bubbles().find(({ text }) => text === 'jutro')?.replyTo).toBe(asked)
  })

  test('and what cannot be copied is told to who wrote it', async () => {
    const { bot, answers, person, settled, atDesk } = await newTalk({ showing: 'waits' })
    await answers('raz')
    bot.telegram.faults.add({
      kind: 'status',
      method: 'copyMessage',
      status: 400,
      description: "Bad Request: message can't be copied",
    })
    await person.taps('show')
    await settled()
    expect(atDesk().at(-1)).toBe(say('desk:not-sent.impossible'))
  })

  test('are proposed to who comes from help', async () => {
    const scene = await newScene()
    await scene.desk()
    const person = await scene.bot.reader()
    await person.says('/sos')
    await person.says('/talk')
    await person.taps('adult')
    expect(person.choices()).toContain('shows')
  })

  test('are proposed to who has told of danger', async () => {
    const scene = await newScene()
    await scene.desk()
    const person = await checksOffer(scene.bot, 'papers')
    await person.taps('original')
    await person.says('/talk')
    expect([person.at(), person.choices().includes('shows')]).toEqual(['consultant.consent', true])
  })

  test('are not proposed to others', async () => {
    const scene = await newScene()
    await scene.desk()
    const person = await scene.seeker()
    expect(person.choices()).toContain('waits')
  })

  test.each(['take', 'transfer'])(
    'and nothing tells that somebody will answer: %s',
    async (deed) => {
      const { desk, thread, onPhone } = await newTalk({ showing: 'waits' })
      if (deed === 'take') await desk.presses(desk.second, 'transfer', thread)
      const before = onPhone().length
      await desk.presses(desk.second, deed, thread)
      expect(onPhone().length).toBe(before)
    },
  )
})

describe('after the chat was hidden', () => {
  const hides = async () => {
    const talk = await newTalk()
    await talk.answers('to ma zniknąć')
    await talk.person.says('/hide')
    await talk.settled()
    return talk
  }

  test('what the desk wrote before is gone from the phone', async () => {
    const { person, onPhone } = await hides()
    expect([onPhone(), person.chat().length]).toEqual([[say('common:hidden')], 1])
  })

  test('what it writes then waits for a press', async () => {
    const { answers, onPhone, person, settled } = await hides()
    await answers('Czy wszystko dobrze?')
    expect(onPhone()).toEqual([say('common:hidden'), waits])
    await person.taps('show')
    await settled()
    expect(onPhone()).toContain('Czy wszystko dobrze?')
  })

  test('what waited before is announced once more, when more comes', async () => {
    const { answers, person, settled, onPhone } = await newTalk({ showing: 'waits' })
    await answers('raz')
    await person.says('/hide')
    await settled()
    for (const text of ['dwa', 'trzy']) await answers(text)
    expect(onPhone()).toEqual([say('common:hidden'), waits])
    await person.taps('show')
    await settled()
    expect(onPhone().slice(-3)).toEqual(['raz', 'dwa', 'trzy'])
  })

  test('the end by the desk is no word about a talk', async () => {
    const { desk, thread, onPhone } = await hides()
    await desk.presses(desk.second, 'close', thread)
    expect(onPhone()).toEqual([say('common:hidden'), waits])
  })

  test('what was on its way waits too, and comes on a press', async () => {
    const { bot, desk, thread, person, settled, onPhone } = await newTalk()
    const { room } = bot.world
    const copy = room.copy
    let hiding: Promise<unknown> | undefined
    room.copy = async (copying) => {
      const copied = await copy(copying)
      if (copying.isProtected && !hiding) {
        hiding = person.says('/hide')
        await bot.until(() => onPhone().includes(say('common:hidden')))
      }
      return copied
    }
    await desk.says(desk.second, 'w drodze', thread)
    await hiding
    await settled()
    expect(onPhone()).toEqual([say('common:hidden'), waits])
    await person.taps('show')
    await settled()
    expect(onPhone()).toContain('w drodze')
  })

  test('nothing is said of what the person wrote before', async () => {
    const { bot, person, settled, onPhone } = await newTalk()
    const { room } = bot.world
    room.copy = async () => {
      const hiding = person.says('/hide')
      await bot.until(() => onPhone().includes(say('common:hidden')))
      await hiding
      return 'impossible'
    }
    await person.says('niemożliwe')
    await settled()
    expect(onPhone()).toEqual([say('common:hidden')])
  })

  test('what was asked for before it is not shown any more', async () => {
    const { bot, answers, person, settled, onPhone } = await newTalk({ showing: 'waits' })
    await answers('tajne')
    const { room } = bot.world
    const copy = room.copy
    let hiding: Promise<unknown> | undefined
    room.copy = async (copying) => {
      if (copying.isProtected && !hiding) {
        hiding = person.says('/hide')
        await bot.until(() => onPhone().includes(say('common:hidden')))
      }
      return copy(copying)
    }
    await person.taps('show')
    await settled()
    await hiding
    await settled()
    expect(onPhone()).not.toContain('tajne')
  })
})

describe('somebody who blocks the bot', () => {
  test('is told to the desk at once', async () => {
    const { person, settled, atDesk } = await newTalk()
    person.phone.block()
    await settled()
    const [, line = ''] = say('desk:line.unreachable').split('}}')
    expect(atDesk().at(-1)?.endsWith(line)).toBe(true)
  })

  test('is told to who writes, with the reason', async () => {
    const { person, answers, atDesk } = await newTalk()
    person.phone.block()
    await answers('Halo?')
    expect(atDesk()).toContain(say('desk:not-sent.unreachable'))
  })

  test('is told too where words show on a press', async () => {
    const { person, answers, atDesk } = await newTalk({ showing: 'waits' })
    person.phone.block()
    await answers('Halo?')
    expect(atDesk()).toContain(say('desk:not-sent.unreachable'))
  })
})
