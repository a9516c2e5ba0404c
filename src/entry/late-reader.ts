import type { Reader } from '../app/ports/pictures.ts'
import type { Log } from '../app/ports/world.ts'
import type { Config } from './config.ts'
import { noReader } from './no-reader.ts'
import { mostBytes } from './picture-limit.ts'
import { createRemoteReader } from './remote-reader.ts'

type Where = Pick<Config, 'READER_NAME' | 'LAMBDA_ENDPOINT' | 'AWS_REGION'>

/** The function that reads pictures. Few jobs have one, so Lambda's client is loaded by the first that does. */
export function lateReader({ READER_NAME: name, ...where }: Where, log: Log): Reader {
  if (!name) return noReader
  let opened: Promise<Reader> | undefined
  const open = async () => {
    const { createInvoke } = await import('./invoke.ts')
    const { LAMBDA_ENDPOINT: endpoint, AWS_REGION: region } = where
    const invoke = createInvoke({ region, ...(endpoint && { endpoint }) })
    return createRemoteReader({ invoke, name, log })
  }
  return {
    most: mostBytes,
    read: async (picture) => {
      opened ??= open().catch((error) => {
        opened = undefined
        throw error
      })
      return (await opened).read(picture)
    },
  }
}
