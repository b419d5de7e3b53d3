// Package pins holds the version that the schemas are made from. Without an import, go mod tidy would drop the requirement.
package pins

import _ "github.com/cloudnative-pg/cloudnative-pg/pkg/versions"
