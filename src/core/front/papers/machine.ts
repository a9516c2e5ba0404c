/** Whether a line is one that machines read in a passport, a visa or a card, as it is printed or as a picture makes it. */
export function isMachineLine(line: string): boolean {
  if (line.includes('>')) return false
  const signs = line.replaceAll(/\s/g, '').replaceAll(/[«‹≤]/g, '<<')
  if (signs.length < 14 || signs.length > 120) return false
  const filled = signs.replaceAll(/[<CcKkLe€(£]{4,}/g, (run) => '<'.repeat(run.length))
  const fillers = filled.split('<').length - 1
  if (capitalsOf(filled) < filled.length * 0.8) return false
  return isNumbers(filled) || (fillers > 2 && (isNamed(filled) || beginsPaper(filled)))
}

function capitalsOf(signs: string): number {
  return signs.match(/[A-Z0-9<]/g)?.length ?? 0
}

/** Born, sex, valid to: with what is lost or misread between. */
function isNumbers(signs: string): boolean {
  return (
    /[A-Z0<]{3}[\dOIlSB]{6,8}[MFX<HK][\dOIlSB]{6,8}/.test(signs) ||
    /^[\dOIlSB]{6,8}[MFX<HK][\dOIlSB]{6,8}[A-Z0<]{3}/.test(signs)
  )
}

/** `KOWALSKA<NOWAK<<ANNA` */
function isNamed(signs: string): boolean {
  return /[A-Z]{2}<[<KC][A-Z]{2}/.test(signs) && /<{2}$|<[A-Z0-9]$/.test(signs)
}

/** The kind of paper and the state that gave it. */
function beginsPaper(signs: string): boolean {
  return /^(?:[PIACV1][A-Z<]|VC)(?:P[O0]L|UKR|BLR|MDA|GE[O0]|BGR|R[O0][UM]|NLD|D<<|RUS|LTU|LVA|CZE|SVK|HUN|GBR|UZB|KAZ|TJK|KGZ|ARM|AZE|TUR|IND|NPL|BGD|PHL|UT[O0]|FRA|ITA|ESP|PRT|BEL|AUT|SRB|ALB|MKD|VNM|C[O0]L|IDN)/.test(
    signs,
  )
}
