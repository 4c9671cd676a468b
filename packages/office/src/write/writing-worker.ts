// Runs in a worker thread: writes the one document that it was given, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { writeDocx } from '../docx/write-docx.ts'
import { writeWorkbook } from '../sheet-io/write-workbook.ts'
import type { WritingJob } from './write-in-worker.ts'

const job = workerData as WritingJob
const bytes = job.kind === 'workbook' ? await writeWorkbook(job.document) : await writeDocx(job.document)
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
