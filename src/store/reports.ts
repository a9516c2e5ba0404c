import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Reports } from '../app/ports/reports.ts'
import { retention } from '../app/retention.ts'
import { type Counted, groups } from '../core/report/counted.ts'
import type { WeekCounts } from '../core/report/report.ts'
import { type Week, weekOf } from '../core/report/weeks.ts'
import { readMany } from './many.ts'
import { ask, seconds, type Table } from './table.ts'

/** `REPORT#<desk>` / `2026-W49`: how often each thing was counted at a desk in a week. One write a case that is over. */
export function createReports(table: Table): Reports {
  return {
    count: (desk, names) => count(table, desk, names),
    of: (desk, weeks) => read(table, desk, weeks),
  }
}

async function count(table: Table, desk: string, names: Counted[]): Promise<void> {
  const { client, name, now } = table
  const all = [...new Set(names)]
  const request = new UpdateCommand({
    TableName: name,
    Key: { pk: keyOf(desk), sk: weekNow(now) },
    UpdateExpression: `ADD ${all.map((_name, at) => `#n${at} :one`).join(', ')} SET expiresAt = :expiresAt`,
    ExpressionAttributeNames: Object.fromEntries(all.map((one, at) => [`#n${at}`, one])),
    ExpressionAttributeValues: {
      ':one': 1,
      ':expiresAt': seconds(now().getTime() + retention.counterMs),
    },
  })
  await ask(client.send(request))
}

async function read(table: Table, desk: string, weeks: Week[]): Promise<WeekCounts[]> {
  const pk = keyOf(desk)
  const found = await readMany(
    table,
    weeks.map((sk) => ({ pk, sk })),
  )
  const at = seconds(table.now().getTime())
  return weeks.map((week) =>
    countsIn(
      found.find(({ sk }) => sk === week),
      at,
    ),
  )
}

/** What cannot be read counts as nothing. */
function countsIn(item: Record<string, unknown> | undefined, now: number): WeekCounts {
  const held = z.number().safeParse(item?.expiresAt).data ?? 0
  if (!item || held <= now) return {}
  const fields = Object.entries(item)
  return Object.fromEntries(
    fields.flatMap(([name, value]) =>
      isCounted(name) && typeof value === 'number' ? [[name, value]] : [],
    ),
  )
}

function isCounted(name: string): boolean {
  return name === 'cases' || groups.some((group) => name.startsWith(`${group}/`))
}

function keyOf(desk: string) {
  return `REPORT#${desk}`
}

/** Everywhere the same clock: what ends around a Sunday's midnight may lie in the week beside. */
export function weekNow(now: () => Date): Week {
  return weekOf(now().toISOString().slice(0, 10))
}
