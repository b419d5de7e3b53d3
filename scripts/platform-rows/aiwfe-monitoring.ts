// Platform C: probes, alerts, objectives and logs, in `gitops/aiwfe/monitoring`.

import { contains, is, type Line } from './line.ts'

const alerts = 'monitoring.coreos.com/v1/PrometheusRule aiwfe-monitoring/aiwfe-alerts'
const rules = 'monitoring.coreos.com/v1/PrometheusRule aiwfe-monitoring/aiwfe-objectives'
const lokiConfig = 'v1/ConfigMap aiwfe-monitoring/loki-config-*'

export const observabilityLines: readonly Line[] = [
  [
    'C-03',
    'namespace.yaml',
    'v1/Namespace aiwfe-monitoring',
    '/metadata/labels/pod-security.kubernetes.io~1enforce',
    is('restricted'),
  ],
  [
    'C-13',
    'blackbox/probes.yaml',
    'monitoring.coreos.com/v1/Probe aiwfe-monitoring/service-health',
    '/spec/targets/staticConfig/static/0',
    is('http://api.aiwfe-prod.svc:8001/health'),
  ],
  [
    'C-13',
    'blackbox/probes.yaml',
    'monitoring.coreos.com/v1/Probe aiwfe-monitoring/public-health',
    '/spec/targets/staticConfig/static/0',
    is('https://aiwfe.com/health'),
  ],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/0/expr', contains('[1h]) > 3')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/1/expr', contains('> 0.80')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/2/expr', contains('p95_5m > 2')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/3/expr', contains('key="celery"}) > 100')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/4/expr', contains('< 30 * 86400')],
  ['C-15', 'loki/config.yaml', lokiConfig, '/data/loki.yaml', contains('retention_period: 720h')],
  ['C-15', 'loki/config.yaml', lokiConfig, '/data/loki.yaml', contains('period: 168h')],
  ['C-15', 'loki/config.yaml', lokiConfig, '/data/loki.yaml', contains('retention_enabled: true')],
  [
    'C-15',
    'alloy/config.alloy',
    'v1/ConfigMap aiwfe-monitoring/alloy-config-*',
    '/data/config.alloy',
    contains('trace_id'),
  ],
  ['C-20', 'rules/objectives.yaml', rules, '/spec/groups/0/rules/0/expr', contains('histogram_quantile(0.95')],
  ['C-20', 'rules/objectives.yaml', rules, '/spec/groups/0/rules/1/expr', contains('histogram_quantile(0.99')],
  [
    'C-20',
    'rules/objectives.yaml',
    rules,
    '/spec/groups/0/rules/2/record',
    is('aiwfe:db_query_duration_seconds:p95_5m'),
  ],
  ['C-21', 'rules/objectives.yaml', rules, '/spec/groups/1/rules/0/record', is('aiwfe:http_requests:error_ratio_5m')],
]
