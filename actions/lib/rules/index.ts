// What other folders may use of the rules.
export { descriptions, rules } from './catalogue.ts'
export { renderRulesReadme } from './readme.ts'
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
export { rulesTable } from './table.ts'
