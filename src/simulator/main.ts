import { parseArgs } from 'node:util'
import { startSimulator } from './start.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8081' },
    host: { type: 'string', default: '127.0.0.1' },
    token: { type: 'string', default: '1:simulator' },
    page: { type: 'boolean', default: false },
    limits: { type: 'boolean', default: true },
    inline: { type: 'boolean', default: true },
  },
  allowNegative: true,
})

const simulator = await startSimulator({ ...values, port: Number(values.port) })
console.log(`url ${simulator.url}`)
console.log(`token ${simulator.token}`)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void simulator.stop())
}
