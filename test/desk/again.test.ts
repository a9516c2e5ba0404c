import { expect, test } from 'vitest'
import { newTalk } from './talk.ts'

test.each(['/hide', '/forget'])(
  '%s finds what a desk wrote in an earlier talk',
  async (command) => {
    const { person, settled, answers, onPhone } = await newTalk()
    await answers('proszę nie jechać')
    await person.taps('leave')
    await person.says('/talk')
    await person.taps('send')
    await settled()
    expect(onPhone()).toContain('proszę nie jechać')
    await person.says(command)
    await settled()
    expect(onPhone()).not.toContain('proszę nie jechać')
  },
)
