#!/usr/bin/env bash
# tesseract.js 7.0.0 (reads text in pictures), in Node, with models in a folder of one's own.
#
# `await createWorker(languages, …, { langPath })` is how one starts. A model that was not copied into a container is the likeliest
# slip of all.
#
# Guess before the run: the promise is rejected and names the file.
# Seen: it stays pending for ever. Without `errorHandler` the process dies of an exception that no `try` around the `await` sees;
# with one, it is told the error as a text, and whoever awaits the worker waits on. Only a failure of the action `load` rejects the
# promise (`src/createWorker.js`), and reading a model is the action `loadLanguage`. A server hangs at its first picture.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts tesseract.js@7.0.0
mkdir models

cat > run.js <<'JS'
import { createWorker } from 'tesseract.js'

const options = { langPath: './models', cacheMethod: 'none' }
if (process.argv[2] === 'handled') options.errorHandler = (error) => console.log('told', typeof error, /ENOENT/.test(error))
process.on('uncaughtException', (error) => {
  console.log('uncaught', /ENOENT/.test(error.message))
  process.exit()
})
const pending = new Promise((resolve) => setTimeout(resolve, 5000, 'pending'))
try {
  console.log(await Promise.race([createWorker('pol', 1, options).then(() => 'resolved'), pending]))
} catch {
  console.log('rejected')
}
process.exit()
JS

{ node run.js handled; node run.js; } 2>/dev/null | tee seen
cat > expected <<'TXT'
told string true
pending
uncaught true
TXT
diff expected seen
echo 'as it was seen on 2026-11-30'
