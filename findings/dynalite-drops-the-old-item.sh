#!/usr/bin/env bash
# dynalite 4.0.0 (an embedded DynamoDB) beside @aws-sdk/client-dynamodb 3.1164.0.
#
# A conditional write may ask for the item that stood in its way (ReturnValuesOnConditionCheckFailure: ALL_OLD). DynamoDB then
# puts it into the error; that is the cheap way to see that "the condition failed" means "my own first try had succeeded", when an
# answer was lost and the SDK tried again.
#
# Guess before the run: dynalite checks every parameter as DynamoDB does, so it honours this one or refuses it.
# Seen: it does neither. The write fails with ConditionalCheckFailedException and without an item, for PutItem, UpdateItem and
# DeleteItem alike. So code that finds its own write by that item goes the other way on every developer's machine, in every test,
# and nothing says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund dynalite@4.0.0 @aws-sdk/client-dynamodb@3.1164.0

cat > run.js <<'JS'
import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'

const server = dynalite({ createTableMs: 0 })
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const client = new DynamoDBClient({
  endpoint: `http://127.0.0.1:${server.address().port}`,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})
const TableName = 'talks'
await client.send(
  new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  }),
)
const pk = { S: 'talk' }
await client.send(new PutItemCommand({ TableName, Item: { pk, by: { S: 'me' } } }))
const wish = {
  TableName,
  ConditionExpression: 'attribute_not_exists(pk)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
}
const writes = [
  new PutItemCommand({ ...wish, Item: { pk } }),
  new DeleteItemCommand({ ...wish, Key: { pk } }),
  new UpdateItemCommand({
    ...wish,
    Key: { pk },
    UpdateExpression: 'SET n = :n',
    ExpressionAttributeValues: { ':n': { N: '1' } },
  }),
]
for (const write of writes) {
  const error = await client.send(write).catch((caught) => caught)
  console.log(write.constructor.name, error.name, error.Item ? 'with the old item' : 'without the old item')
}
process.exit()
JS

node run.js 2>/dev/null | tee seen
cat > expected <<'TXT'
PutItemCommand ConditionalCheckFailedException without the old item
DeleteItemCommand ConditionalCheckFailedException without the old item
UpdateItemCommand ConditionalCheckFailedException without the old item
TXT
diff expected seen
echo 'as it was seen on 2026-11-29'
