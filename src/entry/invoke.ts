import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'

/** Calls a function by its name and waits for its answer. */
export type Invoke = (name: string, payload: string, over: AbortSignal) => Promise<Invoked>

export interface Invoked {
  /** It did not come to its end. */
  FunctionError?: string | undefined
  Payload?: Uint8Array | undefined
}

/** Milliseconds without a byte; whoever calls has less patience. */
const silence = 60_000

export function createInvoke(options: { endpoint?: string; region?: string } = {}): Invoke {
  const { endpoint, region = 'eu-central-1' } = options
  const local = endpoint && {
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const client = new LambdaClient({
    region,
    maxAttempts: 3,
    // On this machine a connection is late only where everything is.
    requestHandler: { connectionTimeout: local ? 0 : 1000, socketTimeout: silence },
    ...local,
  })
  return (FunctionName, Payload, abortSignal) =>
    client.send(new InvokeCommand({ FunctionName, Payload }), { abortSignal })
}
