import { join } from 'node:path'
import { Duration, type Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'

/**
 * Megabytes: so many have one processor of their own, and reading uses one. With fewer a picture takes longer and costs as much,
 * with more it is only dearer. It needs 200, for large pictures 600.
 */
export const readerMemory = 1769

/** The reader itself gives a picture up before. */
const timeout = Duration.seconds(25)

/**
 * Reads what strangers send, so it has nothing that could be taken from it: no right, not even to write a log, no secret, no
 * environment. Only the worker calls it, for ten jobs at once at most, so it needs no cap of its own.
 */
export function createReader(stack: Stack, code: string): Lambda {
  const role = new Role(stack, 'ReaderRole', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  })
  return new Lambda(stack, 'Reader', {
    code: Code.fromAsset(join(code, 'reader'), { exclude: ['*.map'] }),
    handler: 'reader.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: readerMemory,
    timeout,
    role,
    loggingFormat: LoggingFormat.JSON,
    systemLogLevelV2: SystemLogLevel.WARN,
    applicationLogLevelV2: ApplicationLogLevel.FATAL,
  })
}
