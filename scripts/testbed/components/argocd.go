package main

import (
	controller "github.com/argoproj/argo-cd/v3/cmd/argocd-application-controller/commands"
	applicationset "github.com/argoproj/argo-cd/v3/cmd/argocd-applicationset-controller/commands"
	askpass "github.com/argoproj/argo-cd/v3/cmd/argocd-git-ask-pass/commands"
	reposerver "github.com/argoproj/argo-cd/v3/cmd/argocd-repo-server/commands"
	server "github.com/argoproj/argo-cd/v3/cmd/argocd-server/commands"
	"github.com/spf13/cobra"
)

func argocd() map[string]program {
	return map[string]program{
		"argocd-application-controller":    execute(controller.NewCommand),
		"argocd-applicationset-controller": execute(applicationset.NewCommand),
		"argocd-git-ask-pass":              execute(askpass.NewCommand),
		"argocd-repo-server":               execute(reposerver.NewCommand),
		"argocd-server":                    execute(server.NewCommand),
	}
}

// execute runs a command that prints its own errors.
func execute(command func() *cobra.Command) program {
	return func() error {
		if command().Execute() != nil {
			return errSaid
		}
		return nil
	}
}
