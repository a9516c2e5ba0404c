import type { Reader } from '../app/ports/pictures.ts'
import type { Log } from '../app/ports/world.ts'
import type { Config } from './config.ts'
import { noReader } from './no-reader.ts'
import { mostBytes } from './picture-limit.ts'

type Where = Pick<Config, 'READER_NAME' | 'LAMBDA_ENDPOINT' | 'AWS_REGION'>

/** The function that reads pictures. Few jobs have one, so Lambda's client is loaded by the first that does. */
export function lateReader({ READER_NAME: name, ...where }: Where, log: Log): Reader {
  if (!name) return noReader
  let opened: Promise<Reader> | undefined
  const open = async () => {
    const { createLambdaClient, createRemoteReader } = await import('./remote-reader.ts')
    const { LAMBDA_ENDPOINT: endpoint, AWS_REGION: region } = where
    const client = createLambdaClient({ region, ...(endpoint && { endpoint }) })
    return createRemoteReader({ client, name, log })
  }
  return {
    most: mostBytes,
    read: async (picture) => {
      opened ??= open()
      return (await opened).read(picture)
    },
  }
}
