import { newQueue } from './one-by-one.ts'
import { wordsOf } from './toast.ts'

/** Does something at the simulator; false if it was refused, and then the person was told. */
export type Act = (work: () => Promise<unknown>) => Promise<boolean>

/** One deed after the other, so that messages keep the order in which they were sent. */
export function newAct(say: (text: string, isFault: boolean) => void): Act {
  const inOrder = newQueue()
  return async (work) => {
    try {
      await inOrder(work)
      return true
    } catch (error) {
      say(wordsOf(error), true)
      return false
    }
  }
}
