// Package pins holds the version that the schemas are made from. Without an import, go mod tidy would drop the requirement.
package pins

import _ "github.com/rabbitmq/cluster-operator/v2/api/v1beta1"
