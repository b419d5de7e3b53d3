// What other folders may use of the rules.
export { descriptions, rules } from './catalogue.ts'
export type {
  KindInfo,
  Problem,
  Rule,
  RuleDescription,
  SourceFile,
  World,
  WorldApplication,
  WorldObject,
} from './rule.ts'
export { renderRulesReadme, rulesTable } from './table.ts'
