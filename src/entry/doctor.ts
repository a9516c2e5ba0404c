import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { type Loaded, loadOrThrow } from '../content/load.ts'
import { type Config, Misconfigured } from './config.ts'
import { examine } from './examine.ts'
import { createFirms } from './firms.ts'
import { noCharts } from './no-charts.ts'
import { noReader } from './no-reader.ts'
import type { Diagnosis } from './patient.ts'
import { openStage } from './stage.ts'
import { buildWorld } from './world.ts'

/** `npm run doctor -- --stage prod`: a line for each thing, green, or red with the cure. */
async function main() {
  const { values } = parseArgs({ options: { stage: { type: 'string', default: 'dev' } } })
  const written = loadOrThrow(join(import.meta.dirname, '../..'))
  const diagnoses = await diagnose(await openStage(values.stage, process.env), written)
  for (const diagnosis of diagnoses) console.log(lineOf(diagnosis))
  const wrong = diagnoses.filter(({ fault }) => fault)
  console.log(wrong.length > 0 ? `\n${wrong.length} to mend.` : '\nAll is well.')
  process.exitCode = wrong.length > 0 ? 1 : 0
}

export function diagnose(
  config: Config,
  { content, locales }: Pick<Loaded, 'content' | 'locales'>,
): Promise<Diagnosis[]> {
  const { BOT_TOKEN: token = '', TELEGRAM_API_ROOT: root, DYNAMODB_ENDPOINT: database } = config
  const world = buildWorld({
    config,
    content,
    locales,
    telegram: { token: token || '0:none', root },
    database,
    firms: createFirms(config),
    reader: noReader,
    charts: noCharts,
    queue: { enqueue: async () => {} },
    now: () => new Date(),
    log: () => {},
  })
  return examine({ config, world, locales })
}

function lineOf({ what, fault, cure }: Diagnosis) {
  if (!fault) return `${styleText('green', 'well ')}  ${what}`
  return `${styleText('red', 'WRONG')}  ${what}: ${fault}\n       → ${cure}`
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Misconfigured ? error.message : error)
    process.exitCode = 1
  })
}
