import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

const day = 24 * 3600

/** Somebody with whom the desk does not want to talk any more. */
async function newBlocked(wish: Parameters<typeof newTalk>[0] = {}) {
  const talk = await newTalk(wish)
  await talk.desk.says(talk.desk.second, '/block grozi nam nożem', talk.thread)
  const { bot, person } = talk
  const blocks = () => bot.world.blocks.of(person.id)
  return { ...talk, blocks, lines: linesOf(talk) }
}

/** How often a line about the case stands in its topic. */
function linesOf({ atDesk }: { atDesk: () => string[] }) {
  return (name: string) => {
    const [, line = ''] = say(`desk:line.${name}`).split('}}')
    return atDesk().filter((text) => text.endsWith(line)).length
  }
}

describe('whom the desk has blocked', () => {
  test('has no case any more, and hears it with numbers and where to complain', async () => {
    const { person, caseOf } = await newBlocked()
    const text = person.open()?.text ?? ''
    expect([person.at(), person.choices()[0], (await caseOf())?.state]).toEqual([
      'consultant.parted',
      'numbers',
      'closed',
    ])
    expect([text.includes('skargi@example.org'), text.includes('112')]).toEqual([true, true])
  })

  test('reads no reason, and none is kept', async () => {
    const { onPhone, bot, person, jobs } = await newBlocked()
    const kept = [await bot.world.cases.of(person.id), await bot.world.blocks.of(person.id)]
    const all = JSON.stringify([onPhone(), kept, jobs.done, bot.lines])
    expect(all).not.toContain('grozi nam')
  })

  test('is named in the topic, which is closed', async () => {
    const { desk, thread, lines } = await newBlocked()
    const topic = desk.group.topics().find(({ id }) => id === thread)
    expect([lines('blocked'), topic?.state]).toEqual([1, 'closed'])
  })

  test('is not led there again, and hears why', async () => {
    const { person, caseOf } = await newBlocked()
    await person.says('/talk')
    expect([person.at(), (await caseOf())?.state]).toEqual(['consultant.parted', 'closed'])
  })

  test('hears so too where no case is held any more', async () => {
    const { person, bot, caseOf } = await newBlocked()
    bot.telegram.clock.forward(31 * day)
    await person.says('/talk')
    await person.taps('adult')
    expect([await caseOf(), person.open()?.text]).toEqual([
      undefined,
      say('consultant:parted.unnamed').replace('{{emergency}}', '112'),
    ])
  })

  test('is led to another desk where there is one', async () => {
    const { person, anotherDesk, settled } = await newBlocked()
    const other = await anotherDesk({ id: 'b4n5m6k7', name: 'Inna Pomoc' })
    await person.says('/talk')
    expect([person.at(), person.open()?.text.includes('Inna Pomoc')]).toEqual([
      'consultant.consent',
      true,
    ])
    await person.taps('send')
    await settled()
    expect(other.group.topics()).toHaveLength(1)
  })

  test('is led there again after 90 days', async () => {
    const { person, bot } = await newBlocked()
    bot.telegram.clock.forward(91 * day)
    await person.says('/talk')
    await person.taps('adult')
    expect(person.at()).toBe('consultant.consent')
  })

  test('leaves no trace of it after /forget', async () => {
    const { person, settled, blocks } = await newBlocked()
    await person.says('/forget')
    await settled()
    expect(await blocks()).toEqual([])
  })

  test('still sees help in danger', async () => {
    const { writes, person } = await newBlocked()
    await writes('pomocy, on mnie bije')
    expect(person.at()?.split('.')[0]).toBe('sos')
  })

  test('who stands at help keeps that screen, and finds it by a button below', async () => {
    const { writes, person, desk, thread, onPhone } = await newTalk()
    await writes('pomocy, on mnie bije')
    const help = person.open()?.text ?? ''
    await desk.says(desk.second, '/block kłamie', thread)
    expect(onPhone().slice(-2)).toEqual([help, say('consultant:talk.over')])
    await person.taps('parted')
    expect(person.at()).toBe('consultant.parted')
  })

  test('reads nothing about it before a press, where that was chosen', async () => {
    const { person, onPhone } = await newBlocked({ showing: 'waits' })
    expect(onPhone().at(-1)).toBe(say('consultant:talk.unseen'))
    await person.taps('parted')
    expect(person.at()).toBe('consultant.parted')
  })

  test('reads nothing about it before a press, after /hide', async () => {
    const { person, desk, thread, settled, onPhone } = await newTalk()
    await person.says('/hide')
    await settled()
    await desk.says(desk.second, '/block grozi nam', thread)
    expect(onPhone().at(-1)).toBe(say('consultant:talk.unseen'))
    await person.taps('parted')
    expect(person.at()).toBe('consultant.parted')
  })

  test('who is elsewhere finds it by a button', async () => {
    const { person, desk, thread, settled, onPhone } = await newTalk()
    await person.says('/menu')
    await desk.says(desk.second, '/block grozi nam', thread)
    await settled()
    expect(onPhone()).toContain(say('consultant:talk.over'))
    await person.taps('parted')
    expect(person.at()).toBe('consultant.parted')
  })

  test('cannot go on by a button from before', async () => {
    const { person, desk, thread, settled, caseOf } = await newTalk()
    await person.taps('leave')
    await person.taps('again')
    await desk.says(desk.lead, '/block pisze z wielu kont', thread)
    await person.taps('reopen')
    await settled()
    expect([person.at(), (await caseOf())?.state]).toEqual(['consultant.lost', 'closed'])
  })

  test('is not handed over by a consent from before', async () => {
    const { person, bot, settled, desk } = await newBlocked()
    await bot.world.blocks.remove(person.id, 'k3f9qx2a')
    await person.says('/talk')
    await person.taps('anew')
    await bot.world.blocks.add(person.id, 'k3f9qx2a')
    await person.taps('send')
    await settled()
    expect([person.at(), desk.group.topics().length]).toEqual(['consultant.lost', 1])
  })

  test('who was quicker with a word hears the same', async () => {
    const { bot, person, desk, thread, settled } = await newTalk()
    bot.telegram.faults.add({
      kind: 'status',
      method: 'copyMessage',
      status: 429,
      retry_after: 1,
      times: 20,
    })
    await person.says('jeszcze jedno')
    await desk.says(desk.second, '/block grozi nam', thread)
    await settled()
    expect(person.at()).toBe('consultant.parted')
  })

  test('is blocked once, where everything comes twice', async () => {
    const { bot, desk, thread, person, jobs, settled, atDesk } = await newTalk()
    bot.telegram.faults.add({ kind: 'redeliver', times: 1000 })
    await desk.says(desk.second, '/block grozi nam', thread)
    for (const job of [...jobs.done]) if (job.kind === 'desk-news') await jobs.again(job)
    await settled()
    expect([linesOf({ atDesk })('blocked'), person.at()]).toEqual([1, 'consultant.parted'])
  })

  test('leaves no trace where /forget comes in between', async () => {
    const { bot, desk, thread, person, settled } = await newTalk()
    const { blocks, cases } = bot.world
    const add = blocks.add
    blocks.add = async (chat, id) => {
      await cases.drop(chat)
      await add(chat, id)
    }
    await desk.says(desk.second, '/block grozi nam', thread)
    await settled()
    expect(await blocks.of(person.id)).toEqual([])
  })
})

describe('/block', () => {
  test('needs a reason, and says how', async () => {
    const { desk, thread, atDesk, caseOf, bot, person } = await newTalk()
    await desk.says(desk.second, '/block', thread)
    expect([
      atDesk().at(-1),
      (await caseOf())?.state,
      await bot.world.blocks.of(person.id),
    ]).toEqual([say('desk:block.how'), 'taken', []])
  })

  test('is for who has the case', async () => {
    const { desk, thread, atDesk, caseOf, bot } = await newTalk()
    const third = bot.telegram.person({ name: 'Ola', language: 'pl' })
    desk.group.join(third)
    await desk.accepts(third)
    await desk.says(third, '/block nie lubię', thread)
    expect([atDesk().at(-1), (await caseOf())?.state]).toEqual([say('desk:block.whose'), 'taken'])
  })

  test('is for who leads the desk too', async () => {
    const { desk, thread, caseOf } = await newTalk()
    await desk.says(desk.lead, '/block grozi nam', thread)
    expect((await caseOf())?.state).toBe('closed')
  })

  test('is for nobody who has not accepted the code of conduct', async () => {
    const { desk, thread, atDesk, caseOf, bot } = await newTalk()
    await bot.world.desks.dropMember('k3f9qx2a', desk.lead.id)
    await desk.says(desk.lead, '/block grozi nam', thread)
    expect([atDesk().at(-1), (await caseOf())?.state]).toEqual([say('desk:conduct.first'), 'taken'])
  })

  test('works in the topic of a case alone', async () => {
    const { desk } = await newTalk()
    await desk.says(desk.lead, '/block grozi nam')
    expect(desk.fromBot().at(-1)).toBe(say('desk:no-case'))
  })

  test('works where the talk is over already', async () => {
    const { desk, thread, person, blocks } = await newBlocked()
    await desk.says(desk.lead, '/unblock', thread)
    expect(await blocks()).toEqual([])
    await desk.says(desk.lead, '/block jednak', thread)
    await person.says('/talk')
    expect([await blocks(), person.at()]).toEqual([['k3f9qx2a'], 'consultant.parted'])
  })
})

describe('/unblock', () => {
  test('in the closed topic lets the person be led there again, and their talk go on', async () => {
    const { desk, thread, person, settled, caseOf, atDesk } = await newBlocked()
    await desk.says(desk.lead, '/unblock', thread)
    expect(atDesk().at(-1)).toBe(say('desk:block.undone'))
    await person.says('/talk')
    expect(person.at()).toBe('consultant.again')
    await person.taps('reopen')
    await settled()
    expect((await caseOf())?.state).toBe('waiting')
  })

  test('is not for everybody', async () => {
    const { desk, thread, bot, blocks } = await newBlocked()
    const third = bot.telegram.person({ name: 'Ola', language: 'pl' })
    desk.group.join(third, 'administrator')
    await desk.accepts(third)
    await desk.says(third, '/unblock', thread)
    expect(await blocks()).toEqual(['k3f9qx2a'])
  })
})
