import {
  type CalibrationPair,
  compareCalibration,
  getCalibration,
  listDoubleCounts,
  saveCalibration,
} from '@yingce/contracts/metrics/calibration'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../api/call.ts'
import { sourceName } from '../metric-name.ts'
import { withSourceNames } from './calibration-text.ts'

/** Both ends, or neither for the seven days up to yesterday. */
export type CalibrationDays = { readonly from: string; readonly to: string } | null

export function useCalibration(days: CalibrationDays) {
  return useQuery({
    queryKey: ['calibration', days],
    queryFn: ({ signal }) => call(getCalibration, { query: days ?? {}, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    select: (answer) => ({
      ...answer,
      pairs: answer.pairs.map((pair) => ({
        ...pair,
        platformName: sourceName(pair.platformName),
        otherName: sourceName(pair.otherName),
      })),
    }),
  })
}

/** One pair by day and channel; null: none is chosen. */
export function useComparison(pairId: string | null, days: CalibrationDays) {
  return useQuery({
    queryKey: ['calibration', days, pairId],
    queryFn: ({ signal }) =>
      call(compareCalibration, { params: { pairId: pairId ?? '' }, query: days ?? {}, signal }),
    enabled: pairId !== null,
    staleTime: 0,
  })
}

/** What is reported twice; absent days: the 90 up to yesterday. Null asks nothing. */
export function useDoubleCounts(
  asked: { planId?: string; from?: string; to?: string; currency?: string } | null,
  refetchInterval: number | false = false,
) {
  return useQuery({
    queryKey: ['calibration', 'double-counts', asked],
    queryFn: ({ signal }) => call(listDoubleCounts, { query: asked ?? {}, signal }),
    enabled: asked !== null,
    staleTime: 0,
    refetchInterval,
    select: ({ items }) => items.map(withSourceNames),
  })
}

export function useSaveCalibration(onSaved: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { version: number; pairs: CalibrationPair[] }) => call(saveCalibration, { body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['calibration'] })
      onSaved()
    },
  })
}
