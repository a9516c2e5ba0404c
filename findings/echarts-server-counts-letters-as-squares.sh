#!/usr/bin/env bash
# echarts 6.1.0 (with zrender 6.1.0), a picture made on a server: renderer "svg", ssr true, no canvas beside it.
#
# Names of bars come in the language of whoever reads the report. A label has a width, and what is longer is cut with dots
# (overflow: "truncate").
#
# Guess before the run: widths are reckoned alike for all alphabets, so of two names with the same number of letters either both fit or
# neither does.
# Seen: the widths of ASCII letters come from a table, every other letter counts as wide as it is high. So a Ukrainian label, and a Polish
# one with many marks, is cut in the middle although there is room for it, without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts echarts@6.1.0

cat > run.js <<'JS'
import * as echarts from 'echarts'

/** What stands in the picture of a name that may take 160 of its pixels, at a height of 20. */
function shown(text) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 200 })
  const textStyle = { fontSize: 20, width: 160, overflow: 'truncate', fontFamily: 'sans-serif' }
  chart.setOption({ animation: false, title: { text, textStyle } })
  return /<text[^>]*>([^<]*)</.exec(chart.renderToSVGString())[1]
}

for (const text of ['warning signs', 'znaki tęczowe', 'ósmą żółć łąk', 'знаки тривоги'])
  console.log(text.length, shown(text) === text ? 'whole' : 'cut')
process.exit()
JS

node run.js | tee seen
cat > expected <<'TXT'
13 whole
13 whole
13 cut
13 cut
TXT
diff expected seen
echo 'as it was seen on 2026-12-01'
