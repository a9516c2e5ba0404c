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
export type Config = z.infer<typeof Environment>

/** Reads the environment once, here and nowhere else. Names every wrong variable and never its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const filled = Object.entries(environment).filter(([, value]) => value !== '')
  const parsed = Environment.safeParse(Object.fromEntries(filled))
  if (parsed.success) {
    const { STAGE, ID_KEY } = parsed.data
    if (STAGE === 'local' || ID_KEY !== localIdKey) return parsed.data
    throw new Misconfigured('ID_KEY: a stage where real people talk needs a key of its own')
  }
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Misconfigured(`The environment is not as it should be:\n${wrong.join('\n')}`)
}

/** Shown to the operator as it is, without a stack. */
export class Misconfigured extends Error {
  override name = 'Misconfigured' as const
}
