import type { OfficeFileErrorCode } from '@yingce/office/office-file-error'
import type { Words } from '../language.ts'

interface FileWords {
  readonly message: Words
  readonly advice: Words
}

/** Why a file was refused, and what to do about it. */
export const FILE_WORDS: Readonly<Record<OfficeFileErrorCode, FileWords>> = {
  empty_file: {
    message: { zh: '文件是空的', en: 'the file is empty' },
    advice: { zh: '请重新导出。', en: 'Export it again.' },
  },
  too_large: {
    message: {
      zh: '文件太大（{found}，上限 {limit} 字节）',
      en: 'the file is too large ({found} of {limit} bytes)',
    },
    advice: {
      zh: '请拆分，或删去不需要的工作表和图片。',
      en: 'Split it, or delete sheets and pictures that are not needed.',
    },
  },
  too_many_rows: {
    message: { zh: '行数太多', en: 'too many rows' },
    advice: { zh: '请拆分，或只保留需要的行。', en: 'Split it, or keep only the rows that matter.' },
  },
  too_many_cells: {
    message: { zh: '单元格太多', en: 'too many cells' },
    advice: { zh: '请拆分文件。', en: 'Split the file.' },
  },
  zip_bomb: {
    message: { zh: '文件解压后异常地大', en: 'the file unpacks to an unreasonable size' },
    advice: {
      zh: '请用表格软件打开后另存为新文件。',
      en: 'Open it in a spreadsheet program and save it as a new file.',
    },
  },
  password_protected: {
    message: { zh: '文件有密码保护', en: 'the file is password protected' },
    advice: {
      zh: '请在表格软件中去掉密码后保存，再试一次。',
      en: 'Remove the password in the spreadsheet program, save, and try again.',
    },
  },
  broken_file: {
    message: { zh: '文件已损坏', en: 'the file is damaged' },
    advice: {
      zh: '请用表格软件打开并修复，然后另存。',
      en: 'Open it in a spreadsheet program, let it repair the file and save it anew.',
    },
  },
  unsupported_format: {
    message: { zh: '不支持这种格式（{format}）', en: 'this format is not supported ({format})' },
    advice: {
      zh: 'MS Project 文件请另存为 XML；其他请另存为 .xlsx 或 .csv。',
      en: 'Save MS Project files as XML, others as .xlsx or .csv.',
    },
  },
  no_table: {
    message: { zh: '文件里没有表格', en: 'the file holds no table' },
    advice: { zh: '请确认导出了正确的文件。', en: 'Check that the right file was exported.' },
  },
  too_costly: {
    message: { zh: '读取耗时或内存超出限制', en: 'reading took more time or memory than allowed' },
    advice: { zh: '请拆分，或另存为 .csv。', en: 'Split it, or save it as .csv.' },
  },
}
