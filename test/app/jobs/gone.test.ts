import { describe, expect, test } from 'vitest'
import { arrive } from '../../../src/app/arrive.ts'
import { Gone } from '../../../src/app/trouble.ts'
import { waits } from '../waits.ts'

/** Somebody who blocks the bot while a register is asked, and is there again when it has answered. */
async function wasAway() {
  const person = await waits()
  const { port } = person.phone
  const open = { ...port }
  const blocked = async () => {
    throw new Gone('blocked')
  }
  Object.assign(port, { send: blocked, edit: blocked })
  await person.worked()
  Object.assign(port, open)
  return person
}

/** What the phone says of the question. */
function looking({ phone }: Awaited<ReturnType<typeof wasAway>>) {
  return phone.bubbles.filter(({ screen }) => screen.text.key === 'employer:check.looking').length
}

describe('somebody who was gone when the registers answered', () => {
  test('sees nothing that says "looking" once they write again', async () => {
    const person = await wasAway()
    await person.opens('menu')
    expect([person.at(), looking(person)]).toEqual(['menu.groups', 0])
  })

  test('sees nothing that says "looking" as soon as they are back', async () => {
    const person = await wasAway()
    await arrive(person.world, { kind: 'back', chat: 7 })
    expect(looking(person)).toBe(0)
  })

  test('does not ask the registers by what they do elsewhere', async () => {
    const person = await wasAway()
    await person.opens('menu')
    expect(person.jobs).toEqual([])
  })

  test('keeps what a button has made of that message', async () => {
    const person = await wasAway()
    const shown = person.phone.bubbles.length
    await person.taps('menu')
    expect([person.at(), person.phone.bubbles.length]).toEqual(['menu.groups', shown])
  })

  test('stands where they asked, and is answered when they go on there', async () => {
    const person = await wasAway()
    await person.says('hm')
    await person.worked()
    expect([person.at(), looking(person)]).toEqual(['employer.exists', 0])
  })

  test('leaves nothing to be done', async () => {
    const person = await wasAway()
    await person.opens('menu')
    expect((await person.talk())?.pending.check).toBeUndefined()
  })
})

test('somebody who goes on and then blocks the bot stands where they went', async () => {
  const person = await waits()
  const { port } = person.phone
  const { edit } = port
  port.edit = async () => {
    port.edit = edit
    await person.taps('menu')
    throw new Gone('blocked')
  }
  await person.worked()
  expect((await person.talk())?.state?.flow).toBe('menu')
})
