import { askFor } from './dialogs.ts'
import { LANGUAGES } from './languages.ts'
import { tell } from './server.ts'
import { goToDesk, type Stage } from './stage.ts'

const EXPLANATION = [
  'A group with the bot and two consultants. The first one owns it.',
  'A terminal makes the code for /connect: npm run desk -- --stage local …',
].join(' ')

/** How a group may be that is to become a desk: ready, or with something to mend. */
const WAYS: [value: string, label: string][] = [
  ['ready', 'Ready: topics on, the bot an administrator'],
  ['no-rights', 'The bot has no rights'],
  ['no-topics', 'Topics are off'],
  ['basic', 'A basic group'],
  ['no-bot', 'The bot is not there yet'],
]

const WISHES = new Map<string, object>([
  ['no-rights', { forum: true, bot: 'member' }],
  ['no-topics', { forum: false }],
  ['basic', { basic: true }],
  ['no-bot', { forum: true, bot: false }],
])

const NAMES: [first: string, second: string][] = [
  ['Marta', 'Piotr'],
  ['Zofia', 'Jan'],
  ['Anna', 'Tomasz'],
]

/** A group with two consultants, of whom the first owns it. */
export async function addDesk(stage: Stage): Promise<void> {
  const count = stage.desk.count()
  const title = count === 0 ? 'Desk' : `Desk ${count + 1}`
  const [first, second] = NAMES[count % NAMES.length] ?? ['', '']
  const answers = await askFor({
    title: 'Add a desk',
    explanation: EXPLANATION,
    fields: [
      { kind: 'line', name: 'title', label: 'Name of the group', isRequired: true, value: title },
      ...consultant('first', 'First consultant', first),
      ...consultant('second', 'Second consultant', second),
      { kind: 'choice', name: 'way', label: 'The group is', choices: WAYS },
    ],
    submit: 'Add desk',
  })
  if (!answers) return
  const of = (name: string) => answers.get(name) ?? ''
  const members = ['first', 'second'].map((one) => {
    return { name: of(one), language: of(`${one}-language`) }
  })
  await tell('/groups', {
    title: of('title'),
    members,
    ...(WISHES.get(of('way')) ?? { forum: true }),
  })
  await goToDesk(stage)
}

function consultant(name: string, label: string, value: string) {
  return [
    { kind: 'line', name, label, isRequired: true, value },
    {
      kind: 'choice',
      name: `${name}-language`,
      label: `Language of the ${label.toLowerCase()}`,
      choices: LANGUAGES,
    },
  ] as const
}
