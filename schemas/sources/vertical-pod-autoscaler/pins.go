// Package pins holds the version that the schemas are made from. Without an import, go mod tidy would drop the requirement.
package pins

import _ "k8s.io/autoscaler/vertical-pod-autoscaler/pkg/apis/autoscaling.k8s.io/v1"
