import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

/** A desk whose lead has written to the bot, and somebody whose case another member has. */
async function newComplaining({ by = 'second' as 'second' | 'lead', isKnown = true } = {}) {
  const talk = await newTalk()
  const { desk, settled, person, thread } = talk
  // What was written in the second of the consent was written before it.
  talk.bot.telegram.clock.forward(60)
  if (by === 'lead') {
    await desk.presses(desk.second, 'transfer', thread)
    await desk.presses(desk.lead, 'take', thread)
  }
  const { lead } = desk
  if (isKnown) lead.send('/start')
  await settled()
  const toLead = () => lead.chat().flatMap(({ from, text }) => (from === 'bot' ? [text] : []))
  const signOf = (text: string) =>
    person.chat().find((one) => one.from === 'person' && one.text === text)?.reactions
  const everywhere = () => desk.group.messages().map(({ text }) => text)
  const heard = say('desk:complaint.of-person').split('}}').at(-1) ?? ''
  return { ...talk, lead, toLead, signOf, everywhere, heard }
}

describe('a complaint of a person', () => {
  test('comes to who leads the desk, and never to its group', async () => {
    const { person, writes, toLead, everywhere, signOf, heard } = await newComplaining()
    await person.says('/complaint')
    expect(person.open()?.text).toContain('skargi@example.org')
    await writes('Mirek chciał się spotkać')
    expect(toLead().slice(-2)).toEqual([expect.stringMatching(heard), 'Mirek chciał się spotkać'])
    expect(everywhere().join()).not.toContain('Mirek chciał')
    expect(signOf('Mirek chciał się spotkać')).toEqual(['👌'])
  })

  test('names the person by a bird and by nothing else', async () => {
    const { person, writes, bot, lead } = await newComplaining()
    await person.says('/complaint')
    await writes('coś było nie tak')
    const sent = bot.telegram.calls.filter(
      ({ payload }) => String(payload.chat_id) === `${lead.id}`,
    )
    const { from_chat_id: _, ...copied } = sent.at(-1)?.payload ?? {}
    expect(JSON.stringify([sent.slice(0, -1), copied])).not.toContain(`${person.id}`)
  })

  test('may take more than one message, until the person goes back to the talk', async () => {
    const { person, writes, toLead, atDesk } = await newComplaining()
    await person.says('/complaint')
    await writes('pierwsza część')
    await writes('druga część')
    await person.taps('done')
    await writes('dalej o pracy')
    expect(toLead().filter((text) => text.endsWith('część'))).toHaveLength(2)
    expect(atDesk().filter((text) => /część|dalej/.test(text))).toEqual(['dalej o pracy'])
    expect(person.at()).toBe('consultant.talk')
  })

  test('may be a picture, which nobody else reads', async () => {
    const { person, settled, toLead, everywhere, bot } = await newComplaining()
    await person.says('/complaint')
    await person.sendsPicture('zrzut ekranu')
    await settled()
    expect([toLead().at(-1), everywhere().includes('zrzut ekranu'), bot.asked('getFile')]).toEqual([
      'zrzut ekranu',
      false,
      [],
    ])
  })

  test('does not come to the desk where it is changed later', async () => {
    const { person, writes, everywhere, settled } = await newComplaining()
    await person.says('/complaint')
    await writes('skarga na Mirka')
    await person.taps('done')
    const mine = person.chat().find(({ text }) => text === 'skarga na Mirka')
    await person.edits(mine?.id ?? 0, 'skarga na Mirka, poprawiona')
    await settled()
    expect(everywhere().join()).not.toContain('skarga na')
  })

  test('that is changed while it is written does not come to the desk either', async () => {
    const { person, writes, everywhere, settled } = await newComplaining()
    await person.says('/complaint')
    await writes('skarga na Mirka')
    const mine = person.chat().find(({ text }) => text === 'skarga na Mirka')
    await person.edits(mine?.id ?? 0, 'skarga na Mirka, poprawiona')
    await settled()
    expect(everywhere().join()).not.toContain('skarga na')
  })

  test('cannot be taken back, which is said', async () => {
    const { person, writes, onPhone, settled, toLead } = await newComplaining()
    await person.says('/complaint')
    await writes('skarga na Mirka')
    await person.taps('done')
    const mine = person.chat().find(({ text }) => text === 'skarga na Mirka')
    await person.sends({ text: '/delete' }, { replyTo: mine?.id ?? 0 })
    await settled()
    expect([onPhone().at(-1), toLead().at(-1)]).toEqual([
      say('consultant:talk.undeleted'),
      'skarga na Mirka',
    ])
  })

  test('with a cry in it opens help, and tells the desk nothing', async () => {
    const { person, writes, everywhere, toLead, caseOf } = await newComplaining()
    await person.says('/complaint')
    await writes('pomocy, on mnie bije')
    expect(person.at()?.split('.')[0]).toBe('sos')
    expect([everywhere().join().includes('bije'), (await caseOf())?.urgent]).toEqual([
      false,
      undefined,
    ])
    expect(toLead().join()).not.toContain('bije')
  })

  test('with a cry in it, begun at help over the talk, tells the desk nothing either', async () => {
    const { person, writes, everywhere, caseOf } = await newComplaining()
    await person.taps('sos')
    await person.says('/complaint')
    await writes('pomocy, on mnie bije')
    expect(person.at()?.split('.')[0]).toBe('sos')
    await writes('Mirek mnie bije')
    expect([everywhere().join().includes('bije'), (await caseOf())?.urgent]).toEqual([
      false,
      undefined,
    ])
  })

  test('begun at help over the talk comes to no group either', async () => {
    const { person, writes, everywhere, toLead } = await newComplaining()
    await person.taps('sos')
    await person.says('/complaint')
    await writes('skarga na Mirka')
    expect([everywhere().includes('skarga na Mirka'), toLead().at(-1)]).toEqual([
      false,
      'skarga na Mirka',
    ])
  })

  test('can be made by a button after the talk', async () => {
    const { person, writes, settled, toLead } = await newComplaining()
    await person.taps('leave')
    await settled()
    await person.taps('complaint')
    await writes('po rozmowie')
    await person.taps('done')
    expect([toLead().at(-1), person.at()?.split('.')[0]]).toEqual(['po rozmowie', 'menu'])
  })

  test.each(['now', 'before', 'after going on'])(
    'does not come to who leads the desk where they have the case %s',
    async (when) => {
      const { person, desk, thread, writes, toLead, signOf, onPhone, settled } =
        await newComplaining({ by: 'lead' })
      if (when === 'before') {
        await desk.presses(desk.lead, 'transfer', thread)
        await desk.presses(desk.second, 'take', thread)
      }
      if (when === 'after going on') {
        await person.taps('leave')
        await person.taps('again')
        await person.taps('reopen')
        await settled()
      }
      await person.says('/complaint')
      const [first = ''] = say('consultant:complaint.of-lead').split('\n\n').slice(1)
      expect(person.open()?.text).toContain(first)
      await writes('skarga na szefową')
      expect([toLead().includes('skarga na szefową'), signOf('skarga na szefową')]).toEqual([
        false,
        ['👎'],
      ])
      expect(onPhone()).toContain(say('consultant:talk.unheard'))
    },
  )

  test('that cannot come to who leads the desk is told so', async () => {
    const { person, writes, signOf, onPhone } = await newComplaining({ isKnown: false })
    await person.says('/complaint')
    await writes('coś było nie tak')
    expect([
      signOf('coś było nie tak'),
      onPhone().includes(say('consultant:talk.unheard')),
    ]).toEqual([['👎'], true])
  })

  test('does not come to who led the desk and has left its group', async () => {
    const { person, writes, desk, settled, toLead } = await newComplaining()
    desk.group.leave(desk.lead)
    await settled()
    await person.says('/complaint')
    await writes('coś było nie tak')
    expect(toLead()).not.toContain('coś było nie tak')
  })

  test('of whom no talk is held goes to nobody, which is said', async () => {
    const { bot } = await newComplaining()
    const other = await bot.reader()
    await other.says('/complaint')
    expect(other.open()?.text).toBe(say('consultant:complaint.none'))
    await other.says('coś było nie tak')
    expect(other.bubbles().map(({ text }) => text)).toContain(say('consultant:talk.unheard'))
  })

  test('comes once, where everything comes twice', async () => {
    const { person, bot, writes, toLead } = await newComplaining()
    await person.says('/complaint')
    bot.telegram.faults.add({ kind: 'redeliver', times: 1000 })
    await writes('raz')
    expect(toLead().filter((text) => text === 'raz')).toHaveLength(1)
  })

  test('of whom /forget has erased meanwhile goes to nobody', async () => {
    const { person, bot, settled, toLead } = await newComplaining()
    await person.says('/complaint')
    const { room, cases } = bot.world
    const member = room.member
    room.member = async (...given) => {
      room.member = member
      await cases.drop(person.id)
      return member(...given)
    }
    await person.says('raz')
    await settled()
    expect(await cases.of(person.id)).toBeUndefined()
    expect(toLead().filter((text) => text === 'raz').length).toBeLessThanOrEqual(1)
  })
})

describe('a complaint of a member', () => {
  test('comes to who leads the desk without a name, and does not stay in the group', async () => {
    const { desk, toLead, everywhere } = await newComplaining()
    await desk.says(desk.second, '/complaint ktoś pije na dyżurze')
    expect(toLead().at(-1)).toContain('ktoś pije na dyżurze')
    expect(everywhere().join()).not.toContain('ktoś pije')
    expect(toLead().slice(-2).join()).not.toContain('Mirek')
    expect(desk.fromBot().at(-1)).toBe(say('desk:complaint.arrived'))
  })

  test('in the topic of a case is not for the person', async () => {
    const { desk, thread, toLead, onPhone, everywhere } = await newComplaining()
    await desk.says(desk.second, '/complaint ktoś pije na dyżurze', thread)
    expect(toLead().at(-1)).toContain('ktoś pije')
    expect([...onPhone(), ...everywhere()].join()).not.toContain('ktoś pije')
  })

  test('stays where it cannot come to them, with the address', async () => {
    const { desk, everywhere } = await newComplaining({ isKnown: false })
    await desk.says(desk.second, '/complaint ktoś pije na dyżurze')
    expect(everywhere()).toContain('/complaint ktoś pije na dyżurze')
    expect(desk.fromBot().at(-1)).toContain('skargi@example.org')
  })

  test('needs words', async () => {
    const { desk } = await newComplaining()
    await desk.says(desk.second, '/complaint')
    expect(desk.fromBot().at(-1)).toContain('skargi@example.org')
  })

  test('of who leads the desk goes elsewhere', async () => {
    const { desk, toLead, everywhere } = await newComplaining()
    await desk.says(desk.lead, '/complaint na siebie')
    expect([
      toLead().join().includes('na siebie'),
      everywhere().includes('/complaint na siebie'),
    ]).toEqual([false, true])
  })

  test('comes once, where Telegram brings it twice', async () => {
    const { desk, bot, toLead } = await newComplaining()
    bot.telegram.faults.add({ kind: 'redeliver', times: 1000 })
    await desk.says(desk.second, '/complaint ktoś pije na dyżurze')
    expect(toLead().filter((text) => text.includes('ktoś pije'))).toHaveLength(1)
  })

  test('that cannot be deleted is told so', async () => {
    const { desk, toLead } = await newComplaining()
    desk.group.addBot({ by: desk.lead, denied: ['can_delete_messages'] })
    await desk.says(desk.second, '/complaint ktoś pije na dyżurze')
    expect([toLead().at(-1)?.includes('ktoś pije'), desk.fromBot().at(-1)]).toEqual([
      true,
      say('desk:complaint.stays'),
    ])
  })
})
