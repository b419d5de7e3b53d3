// The report as text: all of it, for the artifact and the terminal.
import type { TerraformReport } from '../result/result.ts'
import { pageText, type TextOptions } from './page-text.ts'
import { reportPage } from './report-page.ts'
import type { RootWords } from './root-sections.ts'

/** Renders the report, never cut. Ends with a line end. */
export function renderTerraformText(report: TerraformReport, options: TextOptions & RootWords): string {
  return pageText(reportPage(report, options), options)
}
