import { Worker } from 'node:worker_threads'
import type { ReportDocument } from '@yingce/domain/review/report-document'
import type { WorkbookDocument } from '@yingce/domain/sheets/workbook-document'

/** Formats of a report; `xlsx` is one sheet per section, not the plan's workbook. */
export type ReportFormat = 'docx' | 'pptx' | 'pdf' | 'xlsx'

export type WritingJob =
  | { readonly kind: 'workbook'; readonly document: WorkbookDocument }
  | { readonly kind: ReportFormat; readonly document: ReportDocument }

/**
 * Writes a document beside the calling thread: a workbook of 10,000 rows takes
 * seconds of computing, during which a server has others to answer. The memory
 * goes with the thread.
 *
 * @throws whatever the writer throws
 */
export function writeInWorker(job: WritingJob): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./writing-worker.ts', import.meta.url), { workerData: job })
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', (code) =>
      fail(new Error(`the writing thread ended without an answer (code ${code})`)),
    )
  })
}
