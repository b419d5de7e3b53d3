module seaworthy/schemas/sources/kyverno

go 1.26.5

require github.com/kyverno/kyverno v1.19.0
