// Platform C: what its workloads and its data are, in `gitops/aiwfe/base`.

import type { JsonValue } from '../../actions/lib/kubernetes/object.ts'
import { container, contains, is, type Line } from './line.ts'

const small: JsonValue = { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '1Gi' } }
const ports = '/spec/ports/0/port'

const workloads: readonly Line[] = [
  ['C-01', 'api/service.yaml', 'v1/Service aiwfe-prod/api', ports, is(8001)],
  ['C-01', 'webui/service.yaml', 'v1/Service aiwfe-prod/webui', ports, is(5173)],
  ['C-01', 'api/app.env', 'v1/ConfigMap aiwfe-prod/app-config-*', '/data/PGPORT', is('5432')],
  ['C-01', 'redis/master.yaml', 'v1/Service aiwfe-prod/redis-master', ports, is(6379)],
  [
    'C-01',
    'worker/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/worker-deployment',
    `${container}/image`,
    is('ghcr.io/your-org/aiwfe-worker:1.4.0'),
  ],
  [
    'C-01',
    'edge/gateway.yaml',
    'gateway.networking.k8s.io/v1/Gateway aiwfe-prod/aiwfe',
    '/spec/listeners/0/port',
    is(80),
  ],
  [
    'C-01',
    'edge/gateway.yaml',
    'gateway.networking.k8s.io/v1/Gateway aiwfe-prod/aiwfe',
    '/spec/listeners/1/port',
    is(443),
  ],
  ['C-04', 'api/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/api-deployment', '/spec/replicas', is(3)],
  ['C-04', 'webui/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/webui-deployment', '/spec/replicas', is(2)],
  [
    'C-04',
    'edge/routes.yaml',
    'gateway.networking.k8s.io/v1/HTTPRoute aiwfe-prod/webui',
    '/spec/rules/0/filters/0/responseHeaderModifier/set/0/value',
    contains('immutable'),
  ],
  [
    'C-08',
    'api/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/api-deployment',
    `${container}/command`,
    is(['uvicorn', 'app.api.main:app', '--host', '0.0.0.0', '--port', '8001']),
  ],
  ['C-09', 'api/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/api-deployment', `${container}/resources`, is(small)],
  [
    'C-09',
    'webui/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/webui-deployment',
    `${container}/resources`,
    is(small),
  ],
  [
    'C-09',
    'worker/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/worker-deployment',
    `${container}/resources`,
    is(small),
  ],
  ['C-09', 'postgres/cluster.yaml', 'postgresql.cnpg.io/v1/Cluster aiwfe-prod/postgres', '/spec/resources', is(small)],
]

const scaledObject = 'keda.sh/v1alpha1/ScaledObject aiwfe-prod/worker-deployment'
const scaling: readonly Line[] = [
  ['C-05', 'worker/scaled-object.yaml', scaledObject, '/spec/minReplicaCount', is(2)],
  ['C-05', 'worker/scaled-object.yaml', scaledObject, '/spec/maxReplicaCount', is(10)],
  ['C-05', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/0/metadata/listName', is('celery')],
  [
    'C-05',
    'worker/scaled-object.yaml',
    scaledObject,
    '/spec/triggers/0/metadata/address',
    is('redis-master.aiwfe-prod.svc.cluster.local:6379'),
  ],
  ['C-11', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/0/type', is('redis')],
  ['C-11', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/1/type', is('cpu')],
  ['C-11', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/2/type', is('memory')],
  ['C-21', 'worker/scaled-object.yaml', scaledObject, '/spec/pollingInterval', is(15)],
]

const cluster = 'postgresql.cnpg.io/v1/Cluster aiwfe-prod/postgres'
const objectStore = 'barmancloud.cnpg.io/v1/ObjectStore aiwfe-prod/postgres-backups'
const data: readonly Line[] = [
  ['C-06', 'postgres/cluster.yaml', cluster, '/spec/instances', is(3)],
  ['C-06', 'postgres/cluster.yaml', cluster, '/spec/storage/size', is('20Gi')],
  [
    'C-06',
    'postgres/cluster.yaml',
    cluster,
    '/metadata/annotations/argocd.argoproj.io~1sync-options',
    is('Prune=confirm,Delete=confirm'),
  ],
  [
    'C-17',
    'postgres/scheduled-backup.yaml',
    'postgresql.cnpg.io/v1/ScheduledBackup aiwfe-prod/postgres-daily',
    '/spec/schedule',
    is('0 30 2 * * *'),
  ],
  ['C-17', 'postgres/cluster.yaml', cluster, '/spec/plugins/0/isWALArchiver', is(true)],
  ['C-17', 'postgres/object-store.yaml', objectStore, '/spec/retentionPolicy', is('30d')],
  [
    'C-17',
    'postgres/object-store.yaml',
    objectStore,
    '/spec/configuration/destinationPath',
    is('s3://aiwfe-prod/postgres/'),
  ],
  ['C-21', 'postgres/cluster.yaml', cluster, '/spec/postgresql/parameters/archive_timeout', is('1min')],
  [
    'C-07',
    'redis/master.yaml',
    'apps/v1/StatefulSet aiwfe-prod/redis-master',
    '/spec/volumeClaimTemplates/0/spec/accessModes/0',
    is('ReadWriteOnce'),
  ],
  [
    'C-07',
    'redis/master.yaml',
    'apps/v1/StatefulSet aiwfe-prod/redis-master',
    `${container}/resources/limits/memory`,
    is('2Gi'),
  ],
  [
    'C-07',
    'redis/replica.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/replica.conf',
    contains('replicaof redis-master 6379'),
  ],
  [
    'C-07',
    'redis/common.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/common.conf',
    contains('maxmemory 1600mb'),
  ],
  [
    'C-18',
    'redis/common.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/common.conf',
    contains('save 21600 1'),
  ],
  [
    'C-18',
    'redis/common.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/common.conf',
    contains('appendonly yes'),
  ],
]

export const workloadLines: readonly Line[] = [...workloads, ...scaling, ...data]
