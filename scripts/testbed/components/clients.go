package main

import (
	"os"

	argocdcli "github.com/argoproj/argo-cd/v3/cmd/argocd/commands"
	helm "helm.sh/helm/v4/pkg/cmd"
	kubectl "k8s.io/kubectl/pkg/cmd"
	kustomize "sigs.k8s.io/kustomize/kustomize/v5/commands"
)

// clients are what a person types, and what Argo CD's repository server calls by name: helm and kustomize.
func clients() map[string]program {
	return map[string]program{
		"argocd":    execute(argocdcli.NewCommand),
		"helm":      charts,
		"kubectl":   component(kubectl.NewDefaultKubectlCommand),
		"kustomize": execute(kustomize.NewDefaultCommand),
	}
}

func charts() error {
	command, err := helm.NewRootCmd(os.Stdout, os.Args[1:], helm.SetupLogging)
	if err != nil {
		return err
	}
	return command.Execute()
}
