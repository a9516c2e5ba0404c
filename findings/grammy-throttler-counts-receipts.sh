#!/usr/bin/env bash
# @grammyjs/transformer-throttler 1.2.1 with grammy 1.46.0, in a group.
#
# Telegram's limit of 20 a minute in a group is one of messages (core.telegram.org/bots/faq, "how can I message all of my users at
# once"). A relay marks what has arrived by a reaction, as bots of that kind do (setMessageReaction), and asks who is a member.
#
# Guess before the run: only what puts a message into the group is counted; reactions and questions pass at once.
# Seen: whatever names the group by `chat_id` is counted, one call a second and 20 a minute. After 20 receipts the next message of
# somebody who waits for an answer stays in the process until the minute is over, though Telegram would have taken it at once; and a
# desk where each message gets its receipt carries half of what Telegram allows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts grammy@1.46.0 @grammyjs/transformer-throttler@1.2.1

cat > run.js <<'JS'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Api } from 'grammy'

const group = -1001234567890
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** How many of 30 calls have gone out after two and a half seconds. */
async function count(name, call) {
  let gone = 0
  const fetch = async () => {
    gone++
    return { json: async () => ({ ok: true, result: true }) }
  }
  const api = new Api('1:token', { fetch })
  api.config.use(apiThrottler())
  for (let nth = 1; nth <= 30; nth++) void call(api, nth)
  await pause(2500)
  console.log(name, gone)
}

await count('sendMessage', (api) => api.sendMessage(group, 'x'))
await count('setMessageReaction', (api, nth) => api.setMessageReaction(group, nth, []))
await count('getChatMember', (api, nth) => api.getChatMember(group, nth))

const sent = []
const fetch = async (url) => {
  sent.push(url.split('/').at(-1))
  return { json: async () => ({ ok: true, result: true }) }
}
const api = new Api('1:token', { fetch })
api.config.use(apiThrottler())
for (let nth = 1; nth <= 20; nth++) void api.setMessageReaction(group, nth, [])
void api.sendMessage(group, 'x')
await pause(25_000)
console.log('after 25 seconds', sent.length, sent.at(-1))
process.exit()
JS

node run.js | tee seen
cat > expected <<'TXT'
sendMessage 3
setMessageReaction 3
getChatMember 3
after 25 seconds 20 setMessageReaction
TXT
diff expected seen
echo 'as it was seen on 2026-12-01'
