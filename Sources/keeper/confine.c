#define _GNU_SOURCE
#include "keeper.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

/// The maximum number of threads per process on average, including those of OpenBLAS and Swift.
enum { THREADS = 16 };
static bool has_user_namespace = false;

static bool write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  bool done = write(file, text, strlen(text)) == (ssize_t)strlen(text);
  close(file);
  return done;
}

/// Enters a user namespace with the same user ids, in which other namespaces can be created.
static bool enter_user_namespace(void) {
  char users[64], groups[64];
  snprintf(users, sizeof users, "%u %u 1", geteuid(), geteuid());
  snprintf(groups, sizeof groups, "%u %u 1", getegid(), getegid());
  if (unshare(CLONE_NEWUSER) != 0) return false;
  has_user_namespace = write_file("/proc/self/uid_map", users) &&
                       write_file("/proc/self/setgroups", "deny") &&
                       write_file("/proc/self/gid_map", groups);
  return has_user_namespace;
}

/// Whether the kernel counts the processes of a user namespace separately, as since Linux 5.14; earlier
/// kernels count all processes of the user.
static bool counts_by_namespace(void) {
  struct utsname system;
  int major = 0, minor = 0;
  if (uname(&system) != 0 || sscanf(system.release, "%d.%d", &major, &minor) != 2) return false;
  return major > 5 || (major == 5 && minor >= 14);
}

void cap_processes(unsigned long long most) {
  if (most == 0 || !has_user_namespace || !counts_by_namespace()) return;
  struct rlimit cap = {most * THREADS, most * THREADS};
  setrlimit(RLIMIT_NPROC, &cap);
}

bool leave_network(void) {
  int namespaces = CLONE_NEWNET | CLONE_NEWIPC;
  return unshare(namespaces) == 0 || (enter_user_namespace() && unshare(namespaces) == 0);
}

pid_t fork_into_namespace(void) {
  return (pid_t)syscall(SYS_clone, CLONE_NEWPID | CLONE_NEWNS | SIGCHLD, 0, 0, 0, 0);
}

bool mount_proc(void) {
  int flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
  return mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount("proc", "/proc", "proc", flags, NULL) == 0;
}
