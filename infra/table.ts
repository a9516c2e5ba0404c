import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  type ITableV2,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Wishes } from './wishes.ts'

/** Whoever is forgotten is forgotten by the backups too when these days are over; the words of /forget say so. */
const recoveryDays = 7

export interface Table {
  table: TableV2 | ITableV2
  key: Key
}

/**
 * The one table, under a key of its own: without it a stolen backup cannot be read. Neither goes with the stack. After a
 * restore the functions use the restored one, which lies under the same key.
 */
export function createTable(stack: Stack, { table: restored }: Wishes): Table {
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
  return { key, table: restored ? TableV2.fromTableName(stack, 'Restored', restored) : table }
}
