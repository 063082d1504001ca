import { planYears } from '../../app/_archive/plan-years.ts'

describe('planYears', () => {
  const years = planYears([
    { year: 2026, month: 11, total: 40 },
    { year: 2026, month: 2, total: 1 },
    { year: 2024, month: 12, total: 20 },
  ])

  it('puts the newest year on top and leaves empty years out', () => {
    expect(years.map(({ year, total }) => [year, total])).toEqual([
      [2026, 41],
      [2024, 20],
    ])
  })

  it('has a cell for each month, as full as it is beside the fullest', () => {
    const cells = years[0]?.months ?? []
    expect(cells).toHaveLength(12)
    expect(cells[0]).toEqual({ month: 1, total: 0, level: 0 })
    expect(cells[1]).toEqual({ month: 2, total: 1, level: 1 })
    expect(cells[10]).toEqual({ month: 11, total: 40, level: 4 })
    expect(years[1]?.months[11]?.level).toBe(2)
  })

  it('is empty for an empty paper', () => {
    expect(planYears([])).toEqual([])
  })
})
