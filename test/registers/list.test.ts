import { expect, test } from 'vitest'
import { createRegisters, registerIds } from '../../src/registers/list.ts'
import { standIns } from '../../src/simulator/registers/list.ts'

test('every register has an id of its own and a stand-in', () => {
  const ids = createRegisters(() => ({ isLocal: true })).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(standIns.map(({ id }) => id).sort()).toEqual(ids.toSorted())
})

test('every register is set by the id that it bears', () => {
  expect(createRegisters(() => ({ isLocal: true })).map(({ id }) => id)).toEqual(registerIds)
})

test.each([
  '/ekonomicke-subjekty-v-be/rest/ekonomicke-subjekty/64608212',
  '/ekonomicke-subjekty-v-be/rest/ekonomicke-subjekty/vyhledat',
  '/od/soubory/agentury-prace/agentury-prace.json',
  '/enhetsregisteret/api/enheter',
  '/enhetsregisteret/api/underenheter/923609016',
  '/bemanningsforetaksregisteret2/api/virksomheter',
  '/search',
  '/company/00445790',
  '/search/companies',
])('%s belongs to one stand-in', (path) => {
  expect(standIns.filter((standIn) => standIn.path.test(path))).toHaveLength(1)
})
