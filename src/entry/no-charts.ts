import type { Charts } from '../app/ports/charts.ts'

/** Reports are made by jobs, so who does none draws nothing. */
export const noCharts: Charts = {
  draw: async () => {
    throw new Error('nothing is drawn here')
  },
}
