// Runs in a worker thread: writes the one document that it was given, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import type { WritingJob } from './write-in-worker.ts'

/** Each writer brings its library along, so only the one that is needed is loaded. */
async function written(job: WritingJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'workbook':
      return (await import('../sheet-io/write-workbook.ts')).writeWorkbook(job.document)
    case 'docx':
      return (await import('../docx/write-docx.ts')).writeDocx(job.document)
    case 'pptx':
      return (await import('../pptx/write-pptx.ts')).writePptx(job.document)
    case 'xlsx': {
      const { reportWorkbook } = await import('../report-workbook/report-workbook.ts')
      return (await import('../sheet-io/write-workbook.ts')).writeWorkbook(reportWorkbook(job.document))
    }
    case 'pdf':
      return (await import('../pdf/write-pdf.ts')).writePdf(job.document)
  }
}

const bytes = await written(workerData as WritingJob)
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
