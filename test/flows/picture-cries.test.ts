import { describe, expect, test } from 'vitest'
import { newPerson, newReader, type Person } from '../person.ts'

const cry = 'Ola\nzabrali mi paszport\n20:11'
const offer =
  'Praca w Niemczech\nmagazyn, 15 euro netto za godzinę\nzakwaterowanie gratis\nwyjazd od zaraz'

async function reads(text: string): Promise<Person> {
  const person = await newReader()
  await person.sendsPicture(text)
  await person.worked()
  return person
}

describe('a cry in a chat is heard', () => {
  test.each([
    // `call me` is what a mother says, and not only a recruiter.
    'Mum\nlast seen today at 19:02\nDid you eat?\ncall me on Sunday\n\nthey took my passport\n19:20',
    'Mum\nonline\nDid you eat?\ncall me on Sunday\n\nhe raped me\n19:20',
    'Mum\nonline\nDid you eat?\ncall me on Sunday\n\nI want to die\n19:20',
    'Mum\nonline\nDid you eat?\ncall me on Sunday\n\nthe boss beats me\n19:20',
    // A town and a sum of money make no offer.
    'Mama\nonline\nbilet z Berlina do Łodzi to 120 zł, wysłałam ci 200 zł\n\nzgwałcił mnie\n19:20',
    'Mama\nonline\nbilet z Berlina do Łodzi to 120 zł, wysłałam ci 200 zł\n\nszef mnie bije\n19:20',
    'Mama\nonline\nbilet z Berlina do Łodzi to 120 zł, wysłałam ci 200 zł\n\nnie chcę już żyć\n19:20',
    'Mum\nonline\nthe bus from Leeds to London is £24, I sent you £50\n\nthey took my passport\n19:20',
    'Мама\nв мережі\nквиток з Берліна до Львова 1200 грн\n\nв мене забрали паспорт\n19:20',
    'Мама\nв сети\nбилет из Берлина в Гродно 50 евро\n\nон меня изнасиловал\n19:20',
    // What is owed is no pay.
    'Mama\nbyła dziś o 19:02\nzadzwoń w niedzielę\n\nPies spał cały dzień, a kot gruby\n18:40\nBabcia robi ci szalik, niebieski\n18:42\n\nPies spał cały dzień, a kot gruby\n\nnie wypuszczą mnie póki nie oddam 3000 euro\n\n19:20',
    'Юра\nкажуть винен 2000 євро поки не відпрацюю не відпустять\n21:00',
    'Гена\nговорят должен 5 тысяч баксов, сбежишь найдем и убьем\n23:10',
    'Ana\nthey say 3000 euros owed, no leaving before it is paid off\n21:00',
    'Оля\nхозяин говорит 3000 евро долг, пока не отработаешь не уйдёшь, дверь на замке\n23:00',
    'Joy\nthey want 2500 dollars from my parents or they will sell me to another company\n01:10',
    // `work` in it is where it happens.
    'Леся\nробота в клубі виявилась борделем, не можу вийти, стежать за мною\n03:30',
    'Леся\nработа в клубе оказалась борделем, не могу уйти, следят за мной\n03:30',
    'обещали 1500 евро в отеле, а тут закрывают и бьют\n03:00',
    'обіцяли 1500 євро в готелі, а тут закривають і бʼють\n03:00',
    // Pills, and pictures to threaten with.
    'Marek\nnajadł się tabletek, leży i nie odpowiada, co robić\n04:10',
    'Mark\nhe swallowed a whole box of pills and he is not waking up\n04:10',
  ])('%j', async (text) => {
    const person = await reads(text)
    expect(person.at()).toMatch(/^(relative\.danger|sos\.|health\.|danger\.)/)
  })
})

describe('help that a picture opens stays', () => {
  test('where the last one of its album is an advert', async () => {
    const person = await newReader()
    for (const part of [cry, offer]) await person.sendsPicture(part, { album: '77' })
    await person.worked()
    expect(person.at()).toBe('relative.danger')
  })

  test('where another one says nothing in between', async () => {
    const person = await newReader()
    for (const part of [cry, 'ala ma kota', offer]) await person.sendsPicture(part, { album: '77' })
    await person.worked()
    expect(person.at()).toBe('relative.danger')
  })

  test('where an advert was sent right behind it, before anything was answered', async () => {
    const person = await newReader()
    await person.sendsPicture(cry)
    await person.sendsPicture(offer)
    await person.worked()
    expect(person.at()).toBe('relative.danger')
  })

  test('for somebody new, who would be asked for a language', async () => {
    const person = newPerson()
    for (const part of [cry, offer]) await person.sendsPicture(part, { album: '77' })
    await person.worked()
    expect(person.at()).toBe('relative.danger')
  })
})

describe('where a number is asked for, a picture with a word below it is read', () => {
  async function asked() {
    const person = await newReader()
    await person.opens('start employer')
    await person.taps('number')
    return person
  }

  test.each(['cześć', 'dzięki', 'Niemcy', 'czy to oszustwo?', 'nie wiem', offer])(
    'a cry above %j',
    async (caption) => {
      const person = await asked()
      await person.sendsPicture(cry, { caption })
      await person.worked()
      expect(person.at()).toBe('relative.danger')
    },
  )

  test('an advert above a greeting', async () => {
    const person = await asked()
    await person.sendsPicture(offer, { caption: 'cześć' })
    await person.worked()
    expect(person.keys()).toContain('scan:found')
  })

  test('words forwarded with it too', async () => {
    const person = await asked()
    await person.sendsPicture(cry, { caption: offer, isTheirs: true })
    await person.worked()
    expect(person.at()).toBe('relative.danger')
  })
})

test('what is forgotten while the machine reads leaves no word that it reads', async () => {
  const person = await newReader()
  await person.sendsPicture(offer)
  person.world.reader.read = async () => {
    await person.opens('forget')
    return { text: offer, confidence: 90, hosts: [] }
  }
  await person.worked()
  expect(person.keys()).not.toContain('picture:reading')
})

test('who asks about a picture hears that nothing was found in it', async () => {
  const person = await newReader()
  await person.sendsPicture('ala ma kota', { caption: 'czy to oszustwo?' })
  await person.worked()
  expect(person.sees()?.hint?.key).toBe('picture:nothing')
})

test.each(['popatrz', 'popatrz na to', 'posłuchaj'])(
  'an everyday word is no slip of a cry: %j below an advert',
  async (caption) => {
    const person = await newReader()
    await person.sendsPicture(offer, { caption })
    await person.worked()
    expect(person.at()).toMatch(/^offer\./)
  },
)

describe('an advert without a verb is an advert', () => {
  test.each([
    'OPIEKUNKA SENIORA\nPani Helga, 84 lata, Monachium\n1900 euro na rękę\nwyjazd 12.12\nznajomość języka: podstawowa\nAgencja Serce24',
    'Brygada na elewacje\nBelgia Antwerpia\nakord 12 eur m2\nkwatera gratis\nod jutra',
    'Доглядальниця Італія\nбабуся лежача\n900 євро\nвихідний неділя\nпаспорт біометричний',
    'Сварщики MIG/MAG\nРоттердам\n17 €/час\n50 ч в неделю\nквартира от фирмы\nА1',
    'Няня в Лондон, русскоязычная семья, 600 фунтов в неделю, проживание, виза туриста, оформлять не будем',
  ])('%j', async (text) => {
    const person = await reads(text)
    expect(person.at()).toMatch(/^(offer|danger)\./)
  })
})
