// The three report files: written whole or not at all.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { renderJson } from '../lib/report/json.ts'
import { renderJunit } from '../lib/report/junit.ts'
import type { Report } from '../lib/report/report.ts'
import { renderSarif } from '../lib/report/sarif.ts'
import { version } from '../lib/report/version.ts'
import { descriptions } from '../lib/rules/index.ts'
import { errorMessage, UserError } from '../lib/toolkit/user-error.ts'

export type ReportFiles = { readonly jsonFile: string; readonly sarifFile: string; readonly junitFile: string }

/** Writes the report in its three forms. Throws a UserError that names the file that cannot be written. */
export function writeReportFiles(report: Report, files: ReportFiles): void {
  write('json-file', files.jsonFile, renderJson(report))
  write(
    'sarif-file',
    files.sarifFile,
    renderSarif(report, { rules: descriptions, toolVersion: version, codeScanning: true }),
  )
  write('junit-file', files.junitFile, renderJunit(report))
}

function write(input: string, file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (cause) {
    const next = `name another place with the input \`${input}\``
    throw new UserError(`The report cannot be written: ${errorMessage(cause)}`, { where: file, next, cause })
  }
}
