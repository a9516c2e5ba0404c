#!/usr/bin/env bash
# stdnum 1.12.0 (checks numbers of firms by the rules of each country).
#
# Bulgaria and Slovakia gave firms numbers in several series. Whoever refuses one tells people that an honest firm has a wrong number.
#
# Guess before the run: a number whose check digit holds by the published rule is valid, whatever its first digit; of a Croatian OIB,
# which people and firms share, the answer leaves open whose it is.
# Seen: bg/vat knows only nine digits that begin with 0, 1, 2, 3 or 9. The number of the former state telephone company, as its own
# terms of use print it (UIC 831642181, vivabill.bg/terms), is refused as InvalidFormat, though its digits hold.
# sk/dph refuses every number that begins with 1, the series of people in business, as InvalidComponent, though it is
# divisible by eleven. hr/oib says of every number that it is a person's and no company's: who filters by isCompany loses all firms.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund stdnum@1.12.0

cat > run.js <<'JS'
import { stdnum } from 'stdnum'

/** The rule for nine digits: their sum by place modulo 11; where that is 10, by place and two more. */
function holdsInBulgaria(text) {
  const digits = Array.from(text, Number)
  const sum = (more) => digits.slice(0, 8).reduce((all, digit, at) => all + digit * (at + 1 + more), 0) % 11
  return (sum(0) === 10 ? sum(2) % 10 : sum(0)) === digits[8]
}

const say = (what, { isValid, isCompany, error }) =>
  console.log(what, isValid ? `valid, ${isCompany ? 'a company' : 'no company'}` : error.name)

console.log('by the Bulgarian rule', holdsInBulgaria('831642181') && holdsInBulgaria('175074752'))
say('BG 831642181', stdnum.BG.vat.validate('831642181'))
say('BG 175074752', stdnum.BG.vat.validate('175074752'))
console.log('by the Slovak rule', 1020000003 % 11 === 0)
say('SK 1020000003', stdnum.SK.dph.validate('1020000003'))
say('SK 2020317068', stdnum.SK.dph.validate('2020317068'))
say('HR 27759560625', stdnum.HR.oib.validate('27759560625'))
JS

node run.js | tee seen
cat > expected <<'TXT'
by the Bulgarian rule true
BG 831642181 InvalidFormat
BG 175074752 valid, a company
by the Slovak rule true
SK 1020000003 InvalidComponent
SK 2020317068 valid, a company
HR 27759560625 valid, no company
TXT
diff expected seen
echo 'as it was seen on 2026-11-30'
