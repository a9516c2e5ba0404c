import { BarChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Bars, type Layout, type Line, lineHeight, sizes, width } from './layout.ts'

/** The name of the font in its file. */
export const family = 'Noto Sans'

/** Dark on white: each at least seven times as dark or light as the other. */
const colors = { text: '#1a1a1a', faint: '#4a4a4a', bar: '#1d5a96', track: '#e9eef4' }

/** The picture as shapes, with its words as words. */
export function svgOf({ height, lines, bars }: Layout): string {
  use([BarChart, GridComponent, TitleComponent, SVGRenderer])
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily: family },
      title: lines.map(titleOf),
      grid: bars.map(gridOf),
      xAxis: bars.map(({ bars: all }, at) => {
        const most = Math.max(1, ...all.map(({ count }) => count))
        return { type: 'value', show: false, gridIndex: at, min: 0, max: most }
      }),
      yAxis: bars.map(({ bars: all }, at) => {
        const data = all.map((_bar, nth) => String(nth))
        return { type: 'category', show: false, inverse: true, gridIndex: at, data }
      }),
      series: bars.flatMap(seriesOf),
    })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function titleOf({ left, top, text, size, isFaint }: Line) {
  const color = isFaint ? colors.faint : colors.text
  const textStyle = { fontSize: size, lineHeight: lineHeight(size), fontWeight: 'normal', color }
  return { text, left, top, padding: 0, textStyle }
}

/** A bar stands in the middle of its step, its name above it: so all of them are moved down by what lies below a bar. */
function gridOf({ left, top, width, bars: { length }, step }: Bars) {
  return { left, top: top + (step - sizes.bar) / 2 - space, width, height: step * length }
}

/** Between a name and its bar. */
const space = 4

/** A track over the whole width, with the number at its end; on it the bar, with its name above. */
function seriesOf({ bars }: Bars, at: number) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const shared = {
    type: 'bar',
    xAxisIndex: at,
    yAxisIndex: at,
    barWidth: sizes.bar,
    barGap: '-100%',
    silent: true,
  }
  const label = { show: true, fontSize: sizes.text, lineHeight: lineHeight(sizes.text) }
  const above = { ...label, verticalAlign: 'bottom', color: colors.text, distance: 0 }
  return [
    {
      ...shared,
      data: bars.map(({ count }) => ({
        value: most,
        label: { formatter: String(count) },
      })),
      itemStyle: { color: colors.track },
      label: { ...above, position: ['100%', -space], align: 'right' },
    },
    {
      ...shared,
      data: bars.map(({ name, count }) => ({ value: count, label: { formatter: name } })),
      itemStyle: { color: colors.bar },
      label: { ...above, position: [0, -space], align: 'left' },
    },
  ]
}
