import type { PlanDocument } from '@yingce/contracts/export/export'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { ReportLocale } from '@yingce/domain/review/document/report-input'
import { weekAround } from '@yingce/domain/review/document/week-of-tasks'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'

/** Which texts belong to a document: those of its language, of a weekly report those of its week. */
export interface TextPlace {
  readonly planId: string
  readonly document: PlanDocument
  readonly locale: ReportLocale
  /** Any day of the week. */
  readonly day: LocalDate
}

export interface WrittenText {
  readonly section: string
  readonly text: string
  readonly version: number
  readonly by: string | null
  readonly at: string
}

const periodOf = ({ document, day }: TextPlace): string =>
  document === 'weekly' ? weekAround(day).start : ''

export async function readDocumentTexts(scope: Scope, place: TextPlace): Promise<WrittenText[]> {
  return scope.rows<WrittenText>(
    `select d.section, d.text, d.version, m.name as by, d.updated_at as at from document_text d
     left join member m on m.workspace_id = d.workspace_id and m.id = d.member_id
     where d.workspace_id = $1 and d.plan_id = $2 and d.document = $3 and d.locale = $4 and d.period = $5`,
    [scope.workspaceId, place.planId, place.document, place.locale, periodOf(place)],
  )
}

/** @throws Refusal `wrong_state` when somebody wrote the section since */
export async function writeDocumentText(
  scope: Scope,
  place: TextPlace,
  section: string,
  version: number,
  text: string | null,
): Promise<void> {
  const key = [scope.workspaceId, place.planId, place.document, place.locale, periodOf(place), section]
  const done =
    text === null
      ? await scope.run(
          `delete from document_text where workspace_id = $1 and plan_id = $2 and document = $3 and locale = $4 and period = $5 and section = $6 and version = $7`,
          [...key, version],
        )
      : version === 0
        ? await scope.run(
            `insert into document_text (workspace_id, plan_id, document, locale, period, section, text, version, member_id, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9) on conflict do nothing`,
            [...key, text, scope.memberId, scope.at],
          )
        : await scope.run(
            `update document_text set text = $8, version = version + 1, member_id = $9, updated_at = $10
             where workspace_id = $1 and plan_id = $2 and document = $3 and locale = $4 and period = $5 and section = $6 and version = $7`,
            [...key, version, text, scope.memberId, scope.at],
          )
  if (done === 0) throw new Refusal('wrong_state', { params: { state: 'written_since' } })
}
