#!/usr/bin/env bash
# fauxqs 2.4.1 (an embedded SQS), started from a program.
#
# `startFauxqs({ host })` reads like the address to listen on, as `host` is for Node's own server and for fastify below it.
#
# Guess before the run: with `host: '127.0.0.1'` nobody but this machine can connect.
# Seen: it listens on 0.0.0.0 whatever `host` says; the option only changes the addresses that queues are named by. Everybody on
# the same network can read and write the jobs. The way out is fastify's channel `fastify.initialization`, which hands over the
# server before it listens.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund fauxqs@2.4.1 node@24.21.0 # it needs Node 22 or later

cat > run.js <<'JS'
import { startFauxqs } from 'fauxqs'

const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
const { port } = server
// 127.0.0.2 is this machine too, but not the address that was asked for.
const status = await fetch(`http://127.0.0.2:${port}/health`).then(
  (answer) => answer.status,
  (error) => error.cause.code,
)
console.log(status, server.createQueue('jobs').queueUrl.replace(String(port), 'port'))
process.exit()
JS

node_modules/.bin/node run.js 2>/dev/null | tee seen
cat > expected <<'TXT'
200 http://sqs.us-east-1.127.0.0.1:port/000000000000/jobs
TXT
diff expected seen
echo 'as it was seen on 2026-11-30'
