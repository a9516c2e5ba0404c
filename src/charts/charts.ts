import type { Charts } from '../app/ports/charts.ts'
import { layOut } from './layout.ts'
import type { Place } from './place.ts'
import { render } from './render.ts'
import { svgOf } from './svg.ts'

/** Draws on this machine; what it needs is read when something is first drawn. */
export function createCharts(place: Place): Charts {
  return { draw: (drawing) => render(svgOf(layOut(drawing)), place) }
}
