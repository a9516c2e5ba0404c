import { performance } from 'node:perf_hooks'
const { readNumbers } = await import('./src/registers/numbers/read.ts')
const pieces = ['1', '1 ', '1-','NIP 1 ','DE1 ','A1 ','½','№','12 34 56 ','NIP1KRS2','IČO 1, ','1zł','OОO1','ičo 12345678 praha ','ičo praha 1 ','aa1bb2','1kg2','DE1','DE123456789 IČO ','+420 IČO ','IČO 12345678, CZ, SK ','ﷺ','KRAZ a a a 1 2 3 ','KRS mama 12.12.2020 ', 'rejestru przedsiębiorców 1 ']
for (const p of pieces) { const r=[]; for (const n of [1024,2048,4096]) { const t=p.repeat(4096).slice(0,n); readNumbers(t,'PL',true); let best=1e9; for (let i=0;i<8;i++){const a=performance.now(); readNumbers(t,'PL',true); best=Math.min(best,performance.now()-a)} r.push(best.toFixed(1)) } console.log(JSON.stringify(p).padEnd(40), r.join(' / ')) }
