import { describe, expect, it } from 'vitest'
import { planUndo } from './plan-undo.ts'
import { threeWayDifference } from './three-way-difference.ts'

describe('C2: a sheet that comes back', () => {
  it('differs in nothing when neither side changed', () => {
    const same = { name: 'a', spent: 5 }
    expect(threeWayDifference({ exported: same, theirs: same, ours: same })).toEqual([])
  })

  it('tells changes of the file, of ours and of both apart', () => {
    const exported = { name: 'a', spent: 5, progress: 0, remark: null }
    const theirs = { name: 'b', spent: 5, progress: 0.5, remark: 'x' }
    const ours = { name: 'a', spent: 7, progress: 0.4, remark: 'x' }
    expect(threeWayDifference({ exported, theirs, ours })).toEqual([
      { field: 'name', side: 'theirs', exported: 'a', theirs: 'b', ours: 'a' },
      { field: 'spent', side: 'ours', exported: 5, theirs: 5, ours: 7 },
      { field: 'progress', side: 'conflict', exported: 0, theirs: 0.5, ours: 0.4 },
    ])
  })

  it('does not take a missing column for an emptied one', () => {
    expect(
      threeWayDifference({
        exported: { name: 'a', issue: 'i' },
        theirs: { name: 'a' },
        ours: { name: 'a', issue: 'j' },
      }),
    ).toEqual([])
  })
})

describe('C2: taking an import back', () => {
  it('removes what nobody changed, lists what was changed, skips what is gone', () => {
    const created = [
      { id: 'a', version: 1 },
      { id: 'b', version: 1 },
      { id: 'c', version: 1 },
    ]
    const plan = planUndo(
      created,
      new Map([
        ['a', 1],
        ['b', 3],
      ]),
    )
    expect(plan.remove).toEqual([{ id: 'a', version: 1 }])
    expect(plan.changedSince).toEqual([{ id: 'b', version: 1, currentVersion: 3 }])
    expect(plan.gone).toEqual([{ id: 'c', version: 1 }])
  })
})
