import * as z from 'zod'

/** Whether an error of the SDK passes by itself: too much at once, a service or a gateway in trouble, or no connection. */
export function isPassing(error: unknown): boolean {
  return (
    ServerError.safeParse(error).success ||
    (error instanceof Error && isNamed(error)) ||
    isLost(error)
  )
}

/** An error of the server; also of a gateway before it, where the SDK only complains that a page is no JSON. */
const ServerError = z.object({ $metadata: z.object({ httpStatusCode: z.number().min(500) }) })

function isNamed({ name }: Error) {
  return throttled.has(name) || /^(Timeout|Abort)Error$/.test(name)
}

const throttled = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'RequestThrottled',
  'KmsThrottled',
  'OverLimit',
  'TooManyRequestsException',
  // A function that is being deployed.
  'ResourceConflictException',
])

/** The SDK lets connection errors through as they are. */
function isLost(error: unknown) {
  return error instanceof Error && 'code' in error && network.has(String(error.code))
}

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
