import { expect, test } from 'vitest'
import { pack, unpack } from '../../src/store/packed.ts'

const entry = {
  update: 1,
  at: 2,
  message: 3,
  sentAt: 4,
  effects: [{ show: { at: 'offer.fee', choices: ['yes', 'no'] } }],
}

test('what was packed once is read for ever', () => {
  const packed = Buffer.from('q8Y02lAHFsBwM40RZprgMQySgNNSU1EDBhzdoJiHZAMA', 'base64')
  expect(unpack(packed)).toEqual({ press: entry })
})

test('what is packed takes a third of its JSON', () => {
  const json = JSON.stringify({ press: entry })
  expect(pack({ press: entry }).length).toBeLessThan(json.length / 3)
})

test.each([
  ['is cut off', pack({ press: entry }).subarray(0, 20)],
  ['was packed in another way', Buffer.from('eyJwcmVzcyI6MX0', 'base64')],
])('what %s is passed over', (_how, packed) => {
  expect(unpack(packed)).toBeUndefined()
})
