#define _GNU_SOURCE
#include "keeper.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  bool done = write(file, text, strlen(text)) == (ssize_t)strlen(text);
  close(file);
  return done;
}

/// Enters a user namespace in which the user is the same, and may make other namespaces.
static bool enter_user_namespace(void) {
  char users[64], groups[64];
  snprintf(users, sizeof users, "%u %u 1", geteuid(), geteuid());
  snprintf(groups, sizeof groups, "%u %u 1", getegid(), getegid());
  if (unshare(CLONE_NEWUSER) != 0) return false;
  return write_file("/proc/self/uid_map", users) && write_file("/proc/self/setgroups", "deny") &&
         write_file("/proc/self/gid_map", groups);
}

bool leave_network(void) {
  int apart = CLONE_NEWNET | CLONE_NEWIPC;
  return unshare(apart) == 0 || (enter_user_namespace() && unshare(apart) == 0);
}

pid_t fork_apart(void) {
  return (pid_t)syscall(SYS_clone, CLONE_NEWPID | CLONE_NEWNS | SIGCHLD, 0, 0, 0, 0);
}

bool mount_proc(void) {
  int flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
  return mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount("proc", "/proc", "proc", flags, NULL) == 0;
}
