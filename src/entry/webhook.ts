import { openCloud } from './cloud.ts'
import { Misconfigured } from './config.ts'
import { createGate } from './function-url.ts'
import { noCharts } from './no-charts.ts'
import { noReader } from './no-reader.ts'
import { webhookSecrets } from './own-secrets.ts'

const own = {
  secrets: webhookSecrets,
  registersOf: () => [],
  readerOf: () => noReader,
  charts: noCharts,
}
const { config, world } = await openCloud(process.env, own)
if (config.WEBHOOK_SECRET.length === 0) throw new Misconfigured('WEBHOOK_SECRET: there is none')

/** The function that Telegram calls. */
export const handler = createGate(world, config.WEBHOOK_SECRET)
