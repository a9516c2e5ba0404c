import * as z from 'zod'
import { factLine, pagesLine } from '../cards/source.ts'
import { inPages, pageNamed, turnsOfOne } from '../pages.ts'
import type { Choice, Input, Show, Text } from '../turn.ts'
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

/** Noted of whoever has left the verdict in the chat before and comes back to it. */
const before = 'left'

/** Signs named in the verdict itself, and open questions on one page: both keep a message below 600 characters. */
const named = 5

/**
 * The verdict first, on one screen. Behind it each sign with why and what to do, page by page, in the same message. Whoever goes on
 * leaves the verdict in the chat, without buttons, so that it can be shown to somebody.
 */
export const report = kind(schema, {
  concludes: true,
  leavesScreen: before,
  fills: ['points'],
  exits: (step) => [step.next],
  texts: (step) => ({ says: step.own ? verdicts : [], labels: [] }),
  isBehind: (_step, answer) => pageNamed(answer, Number.POSITIVE_INFINITY) !== undefined,
  enter: (step, scene) => {
    const page = explanation(step, scene, scene.path.at(-1)?.answer)
    return { effects: [page ?? verdict(step, scene)] }
  },
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'done') return { answer: id, go: step.next, effects: left(step, input, scene) }
    const page = explanation(step, scene, id)
    return id && page ? { effects: [page], note: id } : undefined
  },
})

function verdict(step: Report, scene: Scene): Show {
  const text = headline(step, scene, scene.assess())
  return { kind: 'show', at: scene.at, text, choices: [...explain(step, scene), done] }
}

const done: Choice = { id: 'done', label: { key: 'common:go-on' } }

/** The way to the explanations says how many there are; where all of them are questions, it says so. */
function explain(step: Report, scene: Scene): Choice[] {
  const count = pages(step, scene).length
  const { signs, open } = scene.assess()
  if (count === 0) return []
  const label: Text =
    signs.length > 0
      ? { key: 'common:verdict.explain', vars: { count } }
      : { key: 'common:verdict.ask', vars: { count: open.length } }
  return [{ id: 'page-0', label }]
}

/**
 * What stays behind. It is in the chat already for whoever has left it there before, and for whoever types that they go on, unless a
 * page stands there in its place.
 */
function left(step: Report, input: Input, scene: Scene): Show[] {
  const standing = scene.path.at(-1)?.answer
  const isTyped = input.kind === 'press' && input.isTyped
  const isOnPage = explanation(step, scene, standing) !== undefined
  if (standing === before || (isTyped && !isOnPage)) return []
  const text = headline(step, scene, scene.assess())
  return [{ kind: 'show', keep: true, lands: 'over', text }]
}

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

/** The page that a button or an answer names, if there is one. */
function explanation(step: Report, scene: Scene, name: string | undefined): Show | undefined {
  const texts = pages(step, scene)
  const page = pageNamed(name, texts.length)
  const text = page === undefined ? undefined : texts[page]
  if (page === undefined || !text) return undefined
  const choices = [...turnsOfOne(page, texts.length), done]
  return { kind: 'show', at: scene.at, text, choices }
}
