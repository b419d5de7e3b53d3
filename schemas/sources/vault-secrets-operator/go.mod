module seaworthy/schemas/sources/vault-secrets-operator

go 1.26.0

require github.com/hashicorp/vault-secrets-operator v0.10.0
