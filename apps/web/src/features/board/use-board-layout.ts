import {
  getBoardLayout,
  saveOwnBoardLayout,
  saveSharedBoardLayout,
} from '@yingce/contracts/board/board-layout'
import type { AnswerOf } from '@yingce/contracts/route'
import { type BoardBlock, DEFAULT_BLOCKS } from '@yingce/domain/board/board-layout'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

type Layouts = AnswerOf<typeof getBoardLayout>

/** The arrangement of a plan's board: the own one, else the shared one, else the default. */
export function useBoardLayout(planId: string) {
  const client = useQueryClient()
  const key = ['plan', planId, 'board-layout']
  const layouts = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getBoardLayout, { params: { planId }, signal }),
  })
  const save = useMutation({
    mutationFn: ({ isShared, blocks }: { isShared: boolean; blocks: BoardBlock[] | null }) =>
      call(isShared ? saveSharedBoardLayout : saveOwnBoardLayout, { params: { planId }, body: { blocks } }),
    onSuccess: (saved: Layouts) => client.setQueryData(key, saved),
  })
  const { own = null, shared = null } = layouts.data ?? {}
  return { layouts, own, shared, blocks: own ?? shared ?? DEFAULT_BLOCKS, save }
}
