import * as z from 'zod'
import { factLine, pagesLine } from '../cards/source.ts'
import { inPages, pageNamed, turnsOfOne } from '../pages.ts'
import type { Show, Text } from '../turn.ts'
import type { Assessment, Verdict } from '../verdict/verdict.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('report'),
  next: Target,
  /** Its headlines stand in the flow's own locale, because they speak of something else than an offer. */
  own: z.boolean().default(false),
  /** False where a letter lists the open questions. */
  questions: z.boolean().default(true),
})
type Report = z.infer<typeof schema>

const verdicts: Verdict[] = ['danger', 'strong', 'careful', 'unclear', 'nothing']

/** Signs named in the verdict itself, and open questions on one page: both keep a message below 600 characters. */
const named = 5

/** The verdict as a message that stays, then each sign with why and what to do, page by page. */
export const report = kind(schema, {
  concludes: true,
  fills: ['points'],
  exits: (step) => [step.next],
  texts: (step) => ({ says: step.own ? verdicts : [], labels: [] }),
  enter: (step, scene) => {
    const assessment = scene.assess()
    const kept: Show = { kind: 'show', keep: true, text: headline(step, scene, assessment) }
    const page = show(scene, pages(step, scene), 0)
    return page ? { effects: [kept, page] } : { effects: [kept], go: step.next, answer: 'done' }
  },
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'done') return { answer: id, go: step.next }
    const texts = pages(step, scene)
    const at = pageNamed(id, texts.length)
    const page = at === undefined ? undefined : show(scene, texts, at)
    return page && { effects: [page] }
  },
})

function headline(step: Report, scene: Scene, { verdict, signs, open }: Assessment): Text {
  const lines = signs.slice(0, named).map((id): Text => ({ key: `indicators:${id}.label` }))
  const more = signs.length - lines.length
  if (more > 0) lines.push({ key: 'common:verdict.more', vars: { count: more } })
  if (open.length > 0) lines.push({ key: 'common:verdict.open', vars: { count: open.length } })
  const body: Text[] = lines.length > 0 ? [{ key: 'join:bullets', vars: { items: lines } }] : []
  return {
    ...(step.own ? own(scene, verdict) : { key: `common:verdict.${verdict}` }),
    vars: { points: { key: 'join:lines', vars: { items: body } } },
  }
}

function pages(step: Report, scene: Scene): Text[] {
  const { signs, open } = scene.assess()
  const explained = signs.map(
    (id): Text => ({
      key: 'common:sign',
      vars: {
        label: { key: `indicators:${id}.label` },
        why: { key: `indicators:${id}.why` },
        advice: { key: `indicators:${id}.advice` },
        source: source(scene, id),
      },
    }),
  )
  return step.questions ? [...explained, ...inPages(open, named).map(questions)] : explained
}

function questions(keys: string[]): Text {
  const items = keys.map((key): Text => ({ key }))
  return { key: 'common:questions', vars: { items: { key: 'join:bullets', vars: { items } } } }
}

/** The law it rests on with the day it was read, or else the pages that name the sign. */
function source({ knowledge }: Scene, id: string): Text {
  const { facts = [], sources = [] } = knowledge.indicators[id] ?? {}
  const fact = facts.map((name) => knowledge.facts[name]).find(Boolean)
  return fact ? factLine(fact) : pagesLine(sources)
}

function show(scene: Scene, texts: Text[], page: number): Show | undefined {
  const text = texts[page]
  const done = { id: 'done', label: { key: 'common:go-on' } }
  const choices = [...turnsOfOne(page, texts.length), done]
  return text && { kind: 'show', at: scene.at, text, choices }
}
