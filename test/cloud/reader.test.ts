import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/entry/config.ts'
import { lateReader } from '../../src/entry/late-reader.ts'
import { startHouse } from './house.ts'

const trial = join(import.meta.dirname, '../../src/entry/trial.png')

/** What the bundle answers to a picture in a process that may do nothing but read its own folder, and what it says beside. */
function readAlone(picture: Uint8Array) {
  const folder = inject('reader')
  const source = `
    import { Socket } from 'node:net'
    Socket.prototype.connect = () => { throw new Error('it asks somebody') }
    const { handler } = await import(${JSON.stringify(join(folder, 'reader.mjs'))})
    const answer = await handler({ picture: ${JSON.stringify(Buffer.from(picture).toString('base64'))} })
    process.stdout.write('\\nanswer ' + JSON.stringify(answer))`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--permission', `--allow-fs-read=${folder}`, '--input-type=module', '--eval', source],
    { encoding: 'utf8', env: {} },
  )
  const [said, answer = '{}'] = stdout.split('\nanswer ')
  return { answer: JSON.parse(answer), said: `${said}${stderr}` }
}

test('the function reads with what lies in its folder alone: no file, no process, no network, no environment', () => {
  expect(readAlone(readFileSync(trial))).toMatchObject({
    answer: { text: expect.stringMatching(/Praca.*Робота/), hosts: [] },
  })
})

test('the function writes no word into its log', () => {
  expect(readAlone(readFileSync(trial)).said).toBe('')
  const broken = readFileSync(trial).subarray(0, 200)
  expect(readAlone(broken)).toEqual({ answer: { fault: 'broken' }, said: '' })
})

test('the worker hears from the function what stands in a picture', async () => {
  const house = await startHouse({ url: 'http://127.0.0.1:1', token: '1:x' }, () => new Date())
  onTestFinished(() => house.stop())
  const reader = lateReader(readConfig(house.environment), () => {})
  expect(await reader.read(readFileSync(trial))).toMatchObject({
    text: expect.stringContaining('Praca'),
  })
})

test('the reader takes no more in the cloud than fits into a call, and nothing where it has no name', async () => {
  const named = lateReader(readConfig({ READER_NAME: 'reader' }), () => {})
  expect(named.most).toBe(4 * 1024 * 1024)
  const nameless = lateReader(readConfig({}), () => {})
  expect(await nameless.read(readFileSync(trial))).toEqual({ fault: 'away' })
})

test('the webhook loads nothing of what calls the reader, neither at once nor late', () => {
  const reached = reachedFrom('webhook.mjs')
  expect(reached).not.toContain('invoke.mjs')
  expect(reachedFrom('worker.mjs')).toContain('invoke.mjs')
  const ofReader = reached.filter((name) => /\/invocations|InvokeCommand/.test(codeOf(name)))
  expect(ofReader).toEqual([])
})

/** The files that one of the bundle imports, at once or late, with itself. */
function reachedFrom(name: string, found: string[] = []): string[] {
  found.push(name)
  for (const [, next = ''] of codeOf(name).matchAll(/(?:from|import\(|import)"\.\/([\w-]+\.mjs)"/g))
    if (!found.includes(next)) reachedFrom(next, found)
  return found
}

function codeOf(name: string) {
  return readFileSync(join(inject('functions'), name), 'utf8')
}
