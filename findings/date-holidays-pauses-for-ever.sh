#!/usr/bin/env bash
# date-holidays 3.37.0 (public holidays of the world, a rule each).
#
# Slovakia's parliament made 8 May and 15 September working days in 2026 alone, and 17 November for good (act 261/2025, which
# changed act 241/1993; news.refresher.sk/196259, 10 January 2026, has "iba 2026" and "natrvalo"). Other libraries have it so:
# python-holidays (`self._year != 2026`) and yasumi ("temporarily"). Who says "open now" on 15 September 2027 is wrong.
#
# Guess before the run: in 2026 neither day is public, from 2027 on both are again.
# Seen: 2026 is right, and so is 17 November, but the two days never come back. The rules say `05-08 since 2026` and
# `09-15 since 2026` of the type `observance`, where the language has a way to say it of one year (`disable: ["2026-05-08"]`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0

cat > run.js <<'JS'
import Holidays from 'date-holidays'

const slovakia = new Holidays('SK')
for (const year of [2025, 2026, 2027, 2028]) {
  const days = slovakia.getHolidays(year)
  const typeOf = (day) => days.find(({ date }) => date.startsWith(`${year}-${day}`))?.type
  console.log(year, ...['05-08', '09-15', '11-17'].flatMap((day) => [day, typeOf(day)]))
}
JS

node run.js | tee seen
cat > expected <<'TXT'
2025 05-08 public 09-15 public 11-17 observance
2026 05-08 observance 09-15 observance 11-17 observance
2027 05-08 observance 09-15 observance 11-17 observance
2028 05-08 observance 09-15 observance 11-17 observance
TXT
diff expected seen
echo 'as it was seen on 2026-11-30'
