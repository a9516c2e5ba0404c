import type { Charts } from '../app/ports/charts.ts'
import type { Place } from '../charts/place.ts'

/** Few jobs draw, so what it takes is loaded by the first that does. */
export function lateCharts(place: Place): Charts {
  return {
    draw: async (drawing) => {
      const { createCharts } = await import('../charts/charts.ts')
      return createCharts(place).draw(drawing)
    },
  }
}
