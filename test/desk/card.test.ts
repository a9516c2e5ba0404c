import { expect, test } from 'vitest'
import type { Fault } from '../../src/simulator/faults.ts'
import { newScene } from './scene.ts'

/** A case that was opened while something went wrong. */
async function opened(fault: Fault) {
  const scene = await newScene()
  const desk = await scene.desk()
  const person = await scene.seeker()
  scene.bot.telegram.faults.add({ ...fault, chat: desk.group.id })
  await person.taps('send')
  await scene.settled()
  const thread = desk.topic()
  const cards = () => desk.group.messages(thread).filter(({ buttons }) => buttons.length > 0)
  return { ...scene, desk, thread, cards }
}

test('the card of a case is pinned, also where Telegram had no time for that at first', async () => {
  const { cards } = await opened({ kind: 'status', status: 502, method: 'pinChatMessage' })
  expect(cards().map(({ pinned }) => pinned)).toEqual([true])
})

test('a card whose answer was lost, so that it stands there twice, goes when it is pressed', async () => {
  const { cards, desk, settled } = await opened({ kind: 'reset-after', method: 'sendMessage' })
  const [double, card] = cards()
  const take = double?.buttons.flat().find(({ data }) => data?.endsWith('.take'))
  desk.group.press(desk.second, double?.id ?? 0, take?.data ?? '')
  await settled()
  expect(cards().map(({ id }) => id)).toEqual([card?.id])
})
