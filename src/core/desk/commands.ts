/** What can be typed in the group of a desk, in the order in which it is listed there. */
export const commandNames = [
  'next',
  'cases',
  'take',
  'transfer',
  'urgent',
  'delete',
  'close',
  'conduct',
  'desk',
  'pause',
  'open',
  'help',
] as const
