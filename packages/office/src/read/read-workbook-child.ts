import { readFile } from 'node:fs/promises'
import { OfficeFileError } from '../office-file-error.ts'
import type { ReadJob, ReadOutcome } from './child-messages.ts'
import { officeFileErrorOf } from './office-file-error-of.ts'
import { readWorkbook } from './read-workbook.ts'

// Started by readWorkbookInChild: takes one job, answers once, ends.
process.once('message', (job: ReadJob) => {
  void outcomeOf(job).then((outcome) => process.send?.(outcome, () => process.disconnect()))
})
process.send?.('ready')

async function outcomeOf(job: ReadJob): Promise<ReadOutcome> {
  try {
    const bytes = typeof job.source === 'string' ? await readFile(job.source) : job.source
    return { ok: true, workbook: await readWorkbook(bytes, job.options) }
  } catch (error) {
    const refusal: OfficeFileError = officeFileErrorOf(error)
    return { ok: false, code: refusal.code, message: refusal.message, params: refusal.params }
  }
}
