import { expect, test } from 'vitest'
import { readConfig } from '../../src/entry/config.ts'
import { examineSecrets } from '../../src/entry/examine-secrets.ts'

const all = {
  STAGE: 'prod',
  BOT_TOKEN: '1:token',
  ID_KEY: 'sixteen letters.',
  DESK_KEY: 'another sixteen.',
  WEBHOOK_SECRET: 'the-secret-of-the-webhook',
}

async function wrongWithout(name?: string) {
  const config = readConfig({ ...all, ...(name && { [name]: '' }) })
  const diagnoses = await examineSecrets({ config })
  return diagnoses.filter(({ fault }) => fault)
}

test('the doctor finds a stage well that has its secrets', async () => {
  expect(await wrongWithout()).toEqual([])
})

test.each(['BOT_TOKEN', 'WEBHOOK_SECRET', 'DESK_KEY'])(
  'the doctor finds that %s is missing, and names the cure',
  async (name) => {
    const cure = expect.stringContaining('npm run secrets')
    expect(await wrongWithout(name)).toEqual([{ what: name, fault: 'is missing', cure }])
  },
)
