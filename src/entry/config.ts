import * as z from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

/** Everybody can read this key, so it serves only where nobody but the developer talks. */
const localIdKey = 'only-for-this-machine'

/** Everything the environment may say; locally all of it is optional. */
const Environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a token; BotFather gives one like 123456:ABC-def')
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.telegram.org'),
  PORT: port.default(8080),
  DATA_DIR: z.string().min(1).optional(),
  STAGE: z.string().default('local'),
  DYNAMODB_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  SQS_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  QUEUE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TABLE_NAME: z.string().min(3).default('before-you-go'),
  ID_KEY: z.string().min(16, 'needs 16 characters or more').default(localIdKey),
})

/** `REGISTER_<ID>_URL` and `REGISTER_<ID>_KEY`, by id. */
const Setting = z.object({
  url: z.url({ protocol: /^https?$/ }).optional(),
  key: z.string().optional(),
})
export type Config = z.infer<typeof Environment> & {
  registers: Record<string, z.infer<typeof Setting>>
}

/** Reads the environment once, here and nowhere else. Names every wrong variable and never its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const filled = Object.entries(environment).filter(([, value]) => value !== '')
  const parsed = Environment.safeParse(Object.fromEntries(filled))
  if (!parsed.success) throw wrong(parsed.error.issues)
  const { STAGE, ID_KEY } = parsed.data
  if (STAGE !== 'local' && ID_KEY === localIdKey)
    throw new Misconfigured('ID_KEY: a stage where real people talk needs a key of its own')
  return { ...parsed.data, registers: readRegisters(filled) }
}

function readRegisters(filled: [string, string | undefined][]): Config['registers'] {
  const registers: Record<string, Record<string, string | undefined>> = {}
  for (const [name, value] of filled) {
    const [, id, what] = /^REGISTER_([A-Z]{2}_[A-Z]+)_(URL|KEY)$/.exec(name) ?? []
    if (id && what) registers[id] = { ...registers[id], [what.toLowerCase()]: value }
  }
  const parsed = z.record(z.string(), Setting).safeParse(registers)
  if (parsed.success) return parsed.data
  throw wrong(
    parsed.error.issues.map(({ path: [id, what], message }) => ({
      path: [`REGISTER_${String(id)}_${String(what).toUpperCase()}`],
      message,
    })),
  )
}

function wrong(issues: { path: PropertyKey[]; message: string }[]) {
  const lines = issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  return new Misconfigured(`The environment is not as it should be:\n${lines.join('\n')}`)
}

/** Shown to the operator as it is, without a stack. */
export class Misconfigured extends Error {
  override name = 'Misconfigured' as const
}
