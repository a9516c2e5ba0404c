import { expect, test } from 'vitest'
import { ask } from '../../src/registers/fetch.ts'
import { newServer } from '../server.ts'
import { reasonOf, within } from './trial.ts'

/** A register that answers with so many bytes of JSON. */
async function answers(bytes: number) {
  const text = JSON.stringify('x'.repeat(bytes - 2))
  const base = await newServer((response) => void response.end(text))
  const asks = (mostBytes?: number) =>
    ask({ base, ...(mostBytes && { mostBytes }) }, { path: '/', signal: within().signal })
  return { text, asks }
}

test('an answer of a megabyte is read', async () => {
  const { text, asks } = await answers(1_000_000)
  expect(await asks()).toEqual({ status: 200, body: JSON.parse(text) })
})

test('an answer that is longer is not, however right it is', async () => {
  const { asks } = await answers(1_000_001)
  expect(await reasonOf(asks())).toBe('changed')
})

test('a register that says more than others is read up to its own limit', async () => {
  const { text, asks } = await answers(1_000_001)
  expect(await asks(1_000_001)).toEqual({ status: 200, body: JSON.parse(text) })
})

test('a register that says more than others is read no further', async () => {
  const { asks } = await answers(1_000_002)
  expect(await reasonOf(asks(1_000_001))).toBe('changed')
})

test('an answer that never ends is left', async () => {
  const base = await newServer((response) => {
    const writing = setInterval(() => response.write(' '.repeat(1000)), 5)
    response.on('close', () => clearInterval(writing))
  })
  const asking = ask({ base, mostBytes: 2000 }, { path: '/', signal: within(2000).signal })
  expect(await reasonOf(asking)).toBe('changed')
})
