import type { Table } from '../../src/store/table.ts'

/** The table over a client that breaks off after so many requests. */
export function breaksOff(table: Table, requests: number): Table {
  let left = requests
  const send = async (command: Parameters<Table['client']['send']>[0]) => {
    if (left-- <= 0) throw new Error('broken off')
    return table.client.send(command)
  }
  return { ...table, client: Object.create(table.client, { send: { value: send } }) }
}
