import { getPlan, type PlanView } from '@yingce/contracts/plan/plan'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { call } from '../../api/call.ts'

export function planQuery(planId: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'head'],
    queryFn: ({ signal }) => call(getPlan, { params: { planId }, signal }),
  })
}

/** The plan that the address names; only inside the plan's tabs. */
export function usePlan(): PlanView {
  const { planId } = useParams({ from: '/signed-in/plans/$planId' })
  return useSuspenseQuery(planQuery(planId)).data
}
