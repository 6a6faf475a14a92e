#include "keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

/// The interval between two measurements, in milliseconds.
enum { INTERVAL = 20 };
/// The wait status of a process that SIGKILL ended.
enum { KILLED = SIGKILL };

/// The signals that keeper ignores: it must outlive the program's processes in order to kill them.
static const int ignored_signals[] = {SIGTERM, SIGINT, SIGHUP};

void report(const struct options *options, const char *line) {
  if (options->report >= 0) dprintf(options->report, "%s\n", line);
}

static void limit(int resource, unsigned long long most) {
  struct rlimit value = {most, most};
  if (most > 0) setrlimit(resource, &value);
}

/// Unblocks all signals, since the starter can have blocked some, as threads of Swift do.
static void unblock_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/// Executes the program in a new session, so that a signal to its process group does not reach keeper.
static void execute_program(const struct options *options) {
  unblock_signals();
  for (size_t i = 0; i < sizeof ignored_signals / sizeof *ignored_signals; i++)
    signal(ignored_signals[i], SIG_DFL);
  setsid();
  int null = open("/dev/null", O_RDONLY);
  if (null >= 0) dup2(null, STDIN_FILENO);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_AS, options->address);
  limit(RLIMIT_FSIZE, options->file);
  cap_processes(options->processes);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  execvp(options->program[0], options->program);
  dprintf(STDERR_FILENO, "keeper: %s: %s\n", options->program[0], strerror(errno));
  _exit(127);
}

/// Whether the descendants exceed a limit, which is then reported.
static bool exceeds_limit(const struct options *options) {
  struct usage usage = measure_descendants(0);
  bool memory = options->memory > 0 && usage.memory > options->memory;
  bool processes = options->processes > 0 && usage.processes > options->processes;
  if (memory) report(options, "memory limit exceeded");
  if (processes) report(options, "process limit exceeded");
  return memory || processes;
}

/// Reaps all ended children; returns whether the program is among them.
static bool reap_children(pid_t program, int *status) {
  int end;
  pid_t dead;
  bool ended = false;
  while ((dead = waitpid(-1, &end, WNOHANG)) > 0) {
    if (dead != program) continue;
    ended = true;
    *status = end;
  }
  return ended;
}

/// Runs the program until it ends, exceeds a limit or standard input is closed; then kills all its
/// processes. Returns its wait status.
///
/// It must be called by the process that adopts orphans.
static int supervise(const struct options *options) {
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_SETMASK, &child, NULL);
  struct pollfd watched[] = {{STDIN_FILENO, POLLIN, 0}, {-1, POLLIN, 0}};
  watched[1].fd = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
  bool measured = options->memory > 0 || options->processes > 0;
  int status = KILLED;
  pid_t program = fork();
  if (program == 0) execute_program(options);
  while (program > 0) {
    poll(watched, 2, measured ? INTERVAL : -1);
    struct signalfd_siginfo information;
    while (read(watched[1].fd, &information, sizeof information) > 0) continue;
    if (reap_children(program, &status) || watched[0].revents != 0) break;
    if (measured && exceeds_limit(options)) break;
  }
  kill_descendants();
  return status;
}

/// Runs the program in a process namespace, in which the end of the first process ends all others.
///
/// Returns false, without having run the program, if that is not permitted.
static bool supervise_in_namespace(const struct options *options, int *status) {
  // The status is in shared memory, since an exit code cannot represent an end by a signal.
  enum { REFUSED = -1 };
  int *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return false;
  *shared = KILLED;
  pid_t first = fork_into_namespace();
  if (first < 0) return false;
  if (first == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    *shared = mount_proc() ? supervise(options) : REFUSED;
    _exit(0);
  }
  while (waitpid(first, NULL, 0) < 0 && errno == EINTR) continue;
  *status = *shared;
  return *status != REFUSED;
}

/// Ends like the program: returns its exit code, or raises its signal.
static int end_like(int status) {
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  unblock_signals();
  signal(WTERMSIG(status), SIG_DFL);
  raise(WTERMSIG(status));
  return 128 + WTERMSIG(status);
}

static struct options parse_arguments(int count, char **arguments) {
  struct options options = {.report = -1};
  int option;
  while ((option = getopt(count, arguments, "+a:f:m:p:r:")) >= 0) {
    switch (option) {
    case 'a': options.address = strtoull(optarg, NULL, 10); break;
    case 'f': options.file = strtoull(optarg, NULL, 10); break;
    case 'm': options.memory = strtoull(optarg, NULL, 10); break;
    case 'p': options.processes = strtoull(optarg, NULL, 10); break;
    case 'r': options.report = open(optarg, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600); break;
    default: exit(64);
    }
  }
  options.program = arguments + optind;
  if (optind == count) exit(64);
  return options;
}

int main(int count, char **arguments) {
  struct options options = parse_arguments(count, arguments);
  for (size_t i = 0; i < sizeof ignored_signals / sizeof *ignored_signals; i++)
    signal(ignored_signals[i], SIG_IGN);
  if (!leave_network()) report(&options, "network not isolated");
  int status;
  if (!supervise_in_namespace(&options, &status)) {
    report(&options, "processes not isolated");
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    status = supervise(&options);
  }
  return end_like(status);
}
