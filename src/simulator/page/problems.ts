import { make } from './dom.ts'
import { quietly, read } from './server.ts'

const EVERY_MS = 5000

/** A quiet line about requests of the bot that Telegram would not have understood. */
export function newProblems(): HTMLElement {
  const title = make('summary')
  const list = make('ol')
  const element = make('details', { className: 'problems', hidden: true }, [title, list])
  const look = async () => {
    if (document.hidden) return
    const problems = await read<string[]>('/problems')
    element.hidden = problems.length === 0
    if (problems.length === list.childElementCount) return
    title.textContent = `Requests of the bot that the Bot API would refuse: ${problems.length}`
    list.replaceChildren(...problems.map((one) => make('li', {}, [one])))
  }
  window.setInterval(() => quietly(look()), EVERY_MS)
  quietly(look())
  return element
}
