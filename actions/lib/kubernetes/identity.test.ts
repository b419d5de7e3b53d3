import { expect, test } from 'vitest'
import { displayName, groupVersion, objectKey } from './identity.ts'
import type { KubernetesObject } from './object.ts'

const object = (apiVersion: string, kind: string, name: string, namespace?: string): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
})

test('splits group and version', () => {
  expect(groupVersion('v1')).toEqual({ group: '', version: 'v1' })
  expect(groupVersion('cert-manager.io/v1')).toEqual({ group: 'cert-manager.io', version: 'v1' })
})

test('two versions of one object have one key, two objects have two', () => {
  const keys = [
    objectKey(object('autoscaling/v1', 'HorizontalPodAutoscaler', 'cart', 'shop')),
    objectKey(object('autoscaling/v2', 'HorizontalPodAutoscaler', 'cart', 'shop')),
    objectKey(object('autoscaling/v2', 'HorizontalPodAutoscaler', 'cart', 'store')),
    objectKey(object('autoscaling/v2', 'HorizontalPodAutoscaler', 'cart')),
    objectKey(object('networking.istio.io/v1', 'Gateway', 'edge', 'shop')),
    objectKey(object('gateway.networking.k8s.io/v1', 'Gateway', 'edge', 'shop')),
  ]
  expect(new Set(keys).size).toBe(5)
  expect(keys[0]).toBe(keys[1])
})

test('the namespace that an object is deployed to wins over the written one', () => {
  const deployment = object('apps/v1', 'Deployment', 'cart')
  expect(objectKey(deployment, 'shop')).toBe('apps/Deployment/shop/cart')
  expect(displayName(deployment, 'shop')).toBe('Deployment shop/cart')
  expect(displayName(deployment)).toBe('Deployment cart')
})

test('a slash in a name makes no two keys equal', () => {
  expect(objectKey(object('v1', 'Secret', 'c', 'a/b'))).not.toBe(objectKey(object('v1', 'Secret', 'b/c', 'a')))
})
