import { expect, test } from 'vitest'
import { scan } from '../../../src/core/scan/scan.ts'
import { content } from '../../person.ts'

/** Words that stand in every second sentence and say nothing by themselves. */
const everyday: Record<string, string> = {
  pl: 'w z na do i o za od po przed przy dla jest są był będzie ma mam masz my ty wy on ona to ta ten co jak gdzie kiedy czy ale lub albo tylko już jeszcze też tam tu bardzo każdy inny nowy pierwszy dwa dzień rok czas osoba dom miejsce firma umowa',
  en: 'a an the in on at to of for from with by and or but is are was were be been have has we you they he she it our your their this that what how where when who can will all any some more other new first two day week year time person home place firm contract office',
  uk: 'у в з на до і та о за від по перед для є був буде має маємо ми ти ви він вона це ця цей що як де коли чи але або тільки вже ще теж там тут дуже кожен інший новий перший два день рік час особа дім місце фірма договір',
  ru: 'в с на до и о за от по перед для есть был будет имеет мы ты вы он она это эта этот что как где когда ли но или только уже ещё тоже там тут очень каждый другой новый первый два день год время человек дом место фирма договор',
}

test.each(Object.entries(everyday))('two everyday words are no sign in %s', (_language, line) => {
  const words = line.split(' ')
  const loud = words.flatMap((first) =>
    words.flatMap((second) => {
      const { hits } = scan(`${first} ${second}`, content)
      return hits.flatMap(({ severity, sign }) =>
        severity === 'high' || severity === 'critical' ? `${first} ${second}: ${sign}` : [],
      )
    }),
  )
  expect(loud).toEqual([])
})
