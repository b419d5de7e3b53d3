module seaworthy/schemas/sources/kong

go 1.26.0

require github.com/kong/kubernetes-ingress-controller/v3 v3.4.0
