import { beforeAll, expect, inject, test } from 'vitest'
import * as z from 'zod'
import { registerIds } from '../../src/registers/list.ts'
import { readSources } from '../sources.ts'
import { all, type Synthesis, synthesize } from './synthesis.ts'

const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.literal('Allow'),
        Action: z.union([z.string(), z.array(z.string())]),
        Resource: z.unknown(),
      }),
    ),
  }),
  Roles: z.array(z.object({ Ref: z.string() })),
})

let synthesis: Synthesis
beforeAll(() => {
  synthesis = synthesize({ stage: 'dev', code: inject('bundles') })
})

/** Every right of a function; whoever gives one more has to write it here too. */
const rights: Record<string, string[]> = {
  Webhook: [
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'sqs:SendMessage',
    'ssm:GetParameters',
  ],
  Worker: [
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    'lambda:InvokeFunction',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
    'ssm:GetParameters',
  ],
  // It reads what strangers send.
  Reader: [],
}

test.each(Object.entries(rights))('the %s may do this and no more', (name, expected) => {
  const found = statements()
    .filter(({ role }) => role.startsWith(name))
    .flatMap(({ actions }) => actions)
  expect(found.toSorted()).toEqual(expected)
})

/** Every secret that a function may read. Those of registers are named by their ids. */
const secrets: Record<string, string[]> = {
  Webhook: ['BOT_TOKEN', 'ID_KEY', 'TELEGRAM_API_ROOT', 'DESK_KEY', 'WEBHOOK_SECRET'],
  Worker: [
    'BOT_TOKEN',
    'ID_KEY',
    'TELEGRAM_API_ROOT',
    ...registerIds.flatMap((id) => [`REGISTER_${id}_KEY`, `REGISTER_${id}_URL`]),
  ],
}

test.each(Object.entries(secrets))('the %s may read these secrets and no others', (name, own) => {
  const found = statements().filter(
    ({ role, actions }) => role.startsWith(name) && actions.includes('ssm:GetParameters'),
  )
  const ends = found.flatMap(({ resource }) => [
    ...JSON.stringify(resource).matchAll(/:parameter([^"]*)"/g),
  ])
  expect(ends.map(([, path]) => path)).toEqual(own.map((one) => `/before-you-go/dev/${one}`))
})

test('the worker may call the reader, and no other function', () => {
  const [calls, ...more] = statements().filter(({ actions }) =>
    actions.includes('lambda:InvokeFunction'),
  )
  expect(more).toEqual([])
  expect(calls?.resource).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^Reader[0-9A-F]{8}$/), 'Arn'],
  })
})

test('whatever the store asks of the table is allowed, and nothing that it never asks', () => {
  const byOperator = ['create-table.ts', 'erase-again.ts']
  const sources = readSources('src/store').filter(({ path }) => !byOperator.includes(path))
  const asked = sources.flatMap(({ code }) => [...code.matchAll(/\bnew (\w+)Command\b/g)])
  const actions = asked.map(
    ([, name = '']) => `dynamodb:${name === 'Query' ? name : `${name}Item`}`,
  )
  const given = (rights.Worker ?? []).filter((right) => right.startsWith('dynamodb:'))
  expect([...new Set(actions)].sort()).toEqual(given)
})

test('no role has the rights of a policy that AWS manages', () => {
  const roles = all(synthesis.resources, 'IAM::Role').map((one) => one.Properties.ManagedPolicyArns)
  expect(roles).toEqual([undefined, undefined, undefined])
})

test('nothing is allowed on everything', () => {
  for (const { resource, actions } of statements()) {
    expect(JSON.stringify(resource)).not.toContain('*')
    expect(actions.join()).not.toContain('*')
  }
})

function statements() {
  return all(synthesis.resources, 'IAM::Policy').flatMap(({ Properties }) => {
    const { PolicyDocument, Roles } = Policy.parse(Properties)
    return PolicyDocument.Statement.map(({ Action, Resource }) => ({
      role: Roles[0]?.Ref ?? '',
      actions: [Action].flat(),
      resource: Resource,
    }))
  })
}
