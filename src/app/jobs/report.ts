import { writeCsv } from '../../core/report/csv.ts'
import { type Report, reportOf } from '../../core/report/report.ts'
import { weeksBefore } from '../../core/report/weeks.ts'
import { note, periodOf, tableOf, titleOf, toldOf, tooFew } from '../../core/report/words.ts'
import type { Text } from '../../core/turn.ts'
import type { Voice } from '../../core/voice.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import type { Drawing } from '../ports/charts.ts'
import type { Desk } from '../ports/desks.ts'
import type { ReportPart } from '../ports/queue.ts'
import type { Attachment } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { Busy, Lost } from '../trouble.ts'
import type { JobKind, JobOf } from './job.ts'

/**
 * A part of a report is sent where it was asked for. It has a line of its own: whatever drawing and sending take, words of people do not
 * wait behind it. A crash right behind Telegram's answer sends a part twice.
 */
export const reportJob: JobKind<'report'> = {
  label: ({ desk, update, part }) => ({
    group: `report#${desk}`,
    once: `report#${desk}#${update}#${part}`,
  }),
  run: async (world, job) => {
    const desk = await world.desks.get(job.desk)
    // A group that has moved meanwhile counts its topics anew.
    if (!desk || desk.isClosed || desk.group !== job.group) return
    const weeks = weeksBefore(job.day, job.weeks)
    const report = reportOf(weeks, await world.reports.of(desk.id, weeks))
    const told = { world, desk, voice: deskVoice(world, desk), job }
    const sending = report ? parts[job.part](told, report) : sayTooFew(told)
    await sending.catch((error) => {
      if (!(error instanceof Lost)) throw error
      world.log('report-lost', { what: error.what })
    })
  },
}

interface Telling {
  world: World
  desk: Desk
  voice: Voice
  job: JobOf<'report'>
}

const parts: Record<ReportPart, (telling: Telling, report: Report) => Promise<void>> = {
  picture: async (telling, report) => {
    const bytes = await drawn(telling, drawingOf(telling, report))
    if (!bytes) return say(telling, { key: 'desk:report.not-drawn' })
    await attach(telling, {
      as: 'photo',
      name: 'report.png',
      bytes,
      caption: captionOf(telling, report),
    })
  },
  table: (telling, report) => say(telling, tableOf(telling.desk.name, report)),
  file: async (telling, report) => {
    const { world, voice } = telling
    const bytes = new TextEncoder().encode(writeCsv(rowsOf(telling, report), voice.language))
    const name = `${world.label({ key: 'desk:report.file' }, voice)}-${report.until}.csv`
    await attach(telling, { as: 'document', name, bytes, caption: captionOf(telling, report) })
  },
}

/** Once is enough. */
async function sayTooFew(telling: Telling) {
  if (telling.job.part === 'table') await say(telling, tooFew)
}

/** A picture that cannot be drawn must not hold up the numbers; whoever mends it finds it in the log. */
async function drawn({ world }: Telling, drawing: Drawing): Promise<Uint8Array | undefined> {
  try {
    return await world.charts.draw(drawing)
  } catch (error) {
    if (error instanceof Busy) throw error
    world.log('bug', { at: 'charts', error: error instanceof Error ? error.name : 'unknown' })
    return undefined
  }
}

/** So many bars of a chart in the picture; weeks are never more than they are. */
const barsAtMost = 8

function drawingOf({ world, desk, voice }: Telling, report: Report): Drawing {
  const words = (text: Text) => world.label(text, voice)
  return {
    title: words(titleOf(desk.name)),
    about: words(periodOf(report)),
    note: words(note),
    charts: report.sections.map(toldOf).map(({ group, title, bars, why }) => ({
      title: words(title),
      bars: bars
        .slice(0, group === 'weeks' ? undefined : barsAtMost)
        .map(({ name, count }) => ({ name: words(name), count })),
      ...(why && { note: words(why) }),
    })),
  }
}

function rowsOf({ world, voice }: Telling, report: Report): (string | number)[][] {
  const words = (text: Text) => world.label(text, voice)
  const column = (name: string) => words({ key: `desk:report.column.${name}` })
  const all = [words({ key: 'desk:report.group.cases' }), words({ key: 'desk:report.all' })]
  const rows = report.sections
    .map(toldOf)
    .flatMap(({ title, bars }) => bars.map(({ name, count }) => [words(title), words(name), count]))
  return [[column('group'), column('name'), column('count')], [...all, report.cases], ...rows]
}

function captionOf({ desk }: Telling, report: Report): Text {
  return { key: 'join:lines', vars: { items: [titleOf(desk.name), periodOf(report)] } }
}

async function say({ world, job, voice }: Telling, text: Text) {
  await world.room.say(job, { text }, voice, job.message)
}

async function attach({ world, job, voice }: Telling, file: Attachment) {
  await world.room.attach(job, file, voice, job.message)
}
