/** Follows a link such as `https://t.me/bot?start=x`, which is no way out of Telegram; false if it leads elsewhere. */
export function newFollow(
  username: string,
  { begin, open }: { begin: (parameter: string) => void; open: () => void },
): (address: string) => boolean {
  return (address) => {
    const parameter = parameterIn(address, username)
    if (parameter) begin(parameter)
    else if (parameter === '') open()
    return parameter !== undefined
  }
}

/** What the link brings the bot; '' if nothing, undefined if it does not lead to it. */
function parameterIn(address: string, username: string): string | undefined {
  const url = URL.parse(address)
  if (!url || !/^(www\.)?(t|telegram)\.me$/i.test(url.hostname)) return undefined
  const isBot = url.pathname.replace(/\/$/, '').toLowerCase() === `/${username.toLowerCase()}`
  return isBot ? (url.searchParams.get('start') ?? '') : undefined
}
