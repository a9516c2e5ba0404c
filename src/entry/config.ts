import * as z from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

/** Everybody can read this key, so it serves only where nobody but the developer talks. */
const localKey = 'only-for-this-machine'

const endpoint = z.url({ protocol: /^https?$/ })

/** Where the secrets lie; read before everything else, because it may lie there. */
const Place = z.object({
  AWS_REGION: z.string().default('eu-central-1'),
  SECRETS_PATH: z
    .string()
    .regex(/^\/[\w./-]+$/, 'begins with a slash, like /before-you-go/prod')
    .optional(),
  SSM_ENDPOINT: endpoint.optional(),
})

/** Several while one takes the place of another; Telegram is told the first. */
const Secrets = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^[\w-]{16,256}$/, 'needs 16 letters, digits, _ or - or more')))

/** Everything the environment may say; locally all of it is optional. */
const Environment = Place.extend({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a token; BotFather gives one like 123456:ABC-def')
    .optional(),
  TELEGRAM_API_ROOT: endpoint
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.telegram.org'),
  PORT: port.default(8080),
  DATA_DIR: z.string().min(1).optional(),
  STAGE: z.string().default('local'),
  DYNAMODB_ENDPOINT: endpoint.optional(),
  SQS_ENDPOINT: endpoint.optional(),
  QUEUE_URL: endpoint.optional(),
  TABLE_NAME: z.string().min(3).default('before-you-go'),
  ID_KEY: z.string().min(16, 'needs 16 characters or more').default(localKey),
  /** Signs the codes of desks; a function that opens none has none. */
  DESK_KEY: z.string().min(16, 'needs 16 characters or more').optional(),
  WEBHOOK_SECRET: Secrets.default([]),
  /** Where the stage lies, for the operator's commands; a deployment writes it down. */
  WEBHOOK_URL: endpoint.optional(),
  DEAD_LETTERS_URL: endpoint.optional(),
  /** The function that reads pictures, and a stand-in of Lambda on this machine. */
  READER_NAME: z.string().min(1).optional(),
  LAMBDA_ENDPOINT: endpoint.optional(),
})

/** `REGISTER_<ID>_URL` and `REGISTER_<ID>_KEY`, by id. */
const Setting = z.object({
  url: endpoint.optional(),
  key: z.string().optional(),
})
export type Config = z.infer<typeof Environment> & {
  registers: Record<string, z.infer<typeof Setting>>
}

/** Reads the environment once, here and nowhere else. Names every wrong variable and never its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const config = parse(Environment, environment)
  const { STAGE, ID_KEY } = config
  if (STAGE !== 'local' && [ID_KEY, config.DESK_KEY].includes(localKey))
    throw new Misconfigured(
      'ID_KEY, DESK_KEY: a stage where real people talk needs keys of its own',
    )
  const deskKey = STAGE === 'local' ? { DESK_KEY: localKey } : {}
  return { ...deskKey, ...config, registers: readRegisters(environment) }
}

/** Reads only where the secrets lie. */
export function readPlace(environment: NodeJS.ProcessEnv): z.infer<typeof Place> {
  return parse(Place, environment)
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): z.infer<Schema> {
  const filled = Object.entries(environment).filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(filled))
  if (parsed.success) return parsed.data
  throw wrong(parsed.error.issues)
}

function readRegisters(environment: NodeJS.ProcessEnv): Config['registers'] {
  const registers: Record<string, Record<string, string | undefined>> = {}
  for (const [name, value] of Object.entries(environment)) {
    const [, id, what] = /^REGISTER_([A-Z]{2}_[A-Z]+)_(URL|KEY)$/.exec(name) ?? []
    if (id && what && value) registers[id] = { ...registers[id], [what.toLowerCase()]: value }
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
