package main

import (
	"flag"
	"fmt"
	"net"
	"net/http"
	"net/http/cgi"
	"os"
	"os/exec"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/google/go-containerregistry/pkg/registry"
)

// servers are what surrounds a cluster: the cache of Argo CD, and where its sources lie.
func servers() map[string]program {
	return map[string]program{
		"chart-repository": chartRepository,
		"git-http":         gitOverHTTP,
		"oci-registry":     ociRegistry,
		"redis":            redis,
	}
}

// redis keeps Argo CD's cache in memory. Keys never age in miniredis unless its clock is moved.
func redis() error {
	address := flag.String("address", "", "host:port to listen on")
	flag.Parse()
	server := miniredis.NewMiniRedis()
	if err := server.StartAddr(*address); err != nil {
		return err
	}
	for range time.Tick(time.Second) {
		server.FastForward(time.Second)
	}
	return nil
}

// ociRegistry serves images and charts over plain HTTP, in memory.
func ociRegistry() error {
	address := flag.String("address", "", "host:port to listen on")
	flag.Parse()
	return listen(*address, registry.New())
}

// chartRepository serves a folder that holds index.yaml and the packaged charts.
func chartRepository() error {
	address := flag.String("address", "", "host:port to listen on")
	folder := flag.String("folder", "", "folder to serve")
	flag.Parse()
	return listen(*address, http.FileServer(http.Dir(*folder)))
}

// gitOverHTTP serves the bare repositories of a folder with git's own CGI program, for clone, fetch and push.
func gitOverHTTP() error {
	address := flag.String("address", "", "host:port to listen on")
	folder := flag.String("folder", "", "folder of the bare repositories")
	flag.Parse()
	git, err := exec.LookPath("git")
	if err != nil {
		return err
	}
	return listen(*address, &cgi.Handler{
		Path: git,
		Args: []string{"http-backend"},
		// REMOTE_USER is what git takes as the sign that a push is allowed.
		Env:    []string{"GIT_PROJECT_ROOT=" + *folder, "GIT_HTTP_EXPORT_ALL=1", "REMOTE_USER=testbed"},
		Stderr: os.Stderr,
	})
}

func listen(address string, handler http.Handler) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", address, err)
	}
	return (&http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}).Serve(listener)
}
