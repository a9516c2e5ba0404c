import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'

/** Whoever is forgotten is forgotten by the backups too when these days are over; the words of /forget say so. */
const recoveryDays = 7

export type Table = TableV2 & { key: Key }

/** The one table, under a key of its own: without it a stolen backup cannot be read. Neither goes with the stack. */
export function createTable(stack: Stack): Table {
  const key = new Key(stack, 'TableKey', {
    description: 'Encrypts the talks',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const table = new TableV2(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(key),
    timeToLiveAttribute: 'expiresAt',
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: recoveryDays,
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  return Object.assign(table, { key })
}
