package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	nodes "sigs.k8s.io/kwok/kustomize/stage/node/fast"
	heartbeat "sigs.k8s.io/kwok/kustomize/stage/node/heartbeat-with-lease"
	pods "sigs.k8s.io/kwok/kustomize/stage/pod/fast"
	"sigs.k8s.io/kwok/pkg/config"
	kwok "sigs.k8s.io/kwok/pkg/kwok/cmd"
	"sigs.k8s.io/kwok/pkg/log"
	"sigs.k8s.io/kwok/pkg/utils/signals"
)

func kubernetes() map[string]program {
	return map[string]program{
		"etcd":                    func() error { etcdmain.Main(os.Args); return nil },
		"kube-apiserver":          component(apiserver.NewAPIServerCommand),
		"kube-controller-manager": component(controllers.NewControllerManagerCommand),
		"kube-scheduler":          component(func() *cobra.Command { return scheduler.NewSchedulerCommand() }),
		"kwok":                    kubelets,
		"kwok-stages":             printStages,
	}
}

// component runs a Kubernetes component as its own main function does: flags, logs, exit code.
func component(command func() *cobra.Command) program {
	return func() error {
		if cli.Run(command()) != 0 {
			return errSaid
		}
		return nil
	}
}

// kubelets plays the kubelets of all nodes. KWOK reads the stages in --config before it knows its other flags.
func kubelets() error {
	global := pflag.NewFlagSet("global", pflag.ContinueOnError)
	global.ParseErrorsAllowlist.UnknownFlags = true
	global.Usage = func() {}
	ctx, _ := log.InitFlags(signals.SetupSignalContext(), global)
	ctx, err := config.InitFlags(ctx, global)
	if err != nil {
		return err
	}
	command := kwok.NewCommand(ctx)
	// Kubernetes' components, in this same binary, have declared a flag of that name which is no bool.
	command.Version = ""
	command.PersistentFlags().AddFlagSet(global)
	return command.ExecuteContext(ctx)
}

// printStages tells KWOK's own stages as YAML documents: the testbed derives its slow, stuck and crashing pods from them.
func printStages() error {
	fmt.Println(strings.Join([]string{
		nodes.DefaultNodeInit,
		heartbeat.DefaultNodeHeartbeatWithLease,
		pods.DefaultPodReady,
		pods.DefaultPodComplete,
		pods.DefaultPodDelete,
	}, "\n---\n"))
	return nil
}
