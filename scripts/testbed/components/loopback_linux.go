package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"unsafe"
)

func isolation() map[string]program {
	return map[string]program{"loopback-only": loopbackOnly, "loopback-up": loopbackUp}
}

// loopbackOnly runs a command in a network namespace of its own, whose only interface is loopback: what listens on all
// addresses is heard by the command alone, and nothing in it reaches the network. Needs root.
func loopbackOnly() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	command := exec.Command(self, append([]string{"loopback-up"}, os.Args[1:]...)...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	command.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET}
	// Ctrl-C goes to the whole process group: the command decides, and this process waits for it.
	signal.Ignore(syscall.SIGINT)
	err = command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		os.Exit(max(exit.ExitCode(), 1))
	}
	return err
}

// loopbackUp raises loopback, which a new namespace has down, and becomes the command.
func loopbackUp() error {
	if err := raise("lo"); err != nil {
		return err
	}
	if len(os.Args) < 2 {
		return errors.New("usage: testbed loopback-only COMMAND [ARGUMENT]...")
	}
	path, err := exec.LookPath(os.Args[1])
	if err != nil {
		return err
	}
	return syscall.Exec(path, os.Args[1:], os.Environ())
}

func raise(name string) error {
	connection, err := net.ListenPacket("udp", "")
	if err != nil {
		return err
	}
	defer connection.Close()
	raw, err := connection.(*net.UDPConn).SyscallConn()
	if err != nil {
		return err
	}
	// struct ifreq of netdevice(7): the name, then the flags.
	var request struct {
		name  [syscall.IFNAMSIZ]byte
		flags uint16
		_     [22]byte
	}
	copy(request.name[:], name)
	request.flags = syscall.IFF_UP | syscall.IFF_RUNNING
	var errno syscall.Errno
	err = raw.Control(func(descriptor uintptr) {
		_, _, errno = syscall.Syscall(syscall.SYS_IOCTL, descriptor, syscall.SIOCSIFFLAGS, uintptr(unsafe.Pointer(&request)))
	})
	if err == nil && errno != 0 {
		err = fmt.Errorf("cannot raise %s: %w", name, errno)
	}
	return err
}
