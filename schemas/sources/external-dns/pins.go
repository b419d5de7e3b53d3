// Package pins holds the version that the schemas are made from. Without an import, go mod tidy would drop the requirement.
package pins

import _ "sigs.k8s.io/external-dns/apis"
