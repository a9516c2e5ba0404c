import { parseArgs } from 'node:util'
import { eraseAgain } from '../store/erase-again.ts'
import { createClient } from '../store/store.ts'
import { Misconfigured } from './config.ts'
import { openStage } from './stage.ts'

/** `npm run erase-again -- --stage prod --table restored-1`: who was forgotten since is erased from a restored table too. */
async function main() {
  const { values } = parseArgs({
    options: { stage: { type: 'string', default: 'dev' }, table: { type: 'string' } },
  })
  if (!values.table) throw new Misconfigured('--table: name the restored table')
  const config = await openStage(values.stage, process.env)
  const { DYNAMODB_ENDPOINT: endpoint, AWS_REGION: region, ID_KEY: idKey } = config
  const client = createClient({ region, ...(endpoint && { endpoint }) })
  const table = (name: string) => ({ client, name, idKey, now: () => new Date() })
  const erased = await eraseAgain(table(config.TABLE_NAME), table(values.table))
  console.log(`${erased} items of people who were forgotten are erased from ${values.table}.`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Misconfigured ? error.message : error)
  process.exitCode = 1
})
