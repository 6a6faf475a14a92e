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

/// How often the tree is measured, in milliseconds.
enum { INTERVAL = 20 };
/// The wait status of a process that SIGKILL ended.
enum { KILLED = SIGKILL };

/// The leash alone ends us: a keeper that died would leave others to the kernel, which takes its time.
static const int endings[] = {SIGTERM, SIGINT, SIGHUP};

void tell(const struct order *order, const char *words) {
  if (order->report >= 0) dprintf(order->report, "%s\n", words);
}

static void limit(int resource, unsigned long long most) {
  struct rlimit value = {most, most};
  if (most > 0) setrlimit(resource, &value);
}

/// Our starter may have blocked any; a thread of Swift's does.
static void unblock_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/// Becomes the program, in a session of its own: a signal to its group must not reach us.
static void become_program(const struct order *order) {
  unblock_signals();
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) signal(endings[i], SIG_DFL);
  setsid();
  int nothing = open("/dev/null", O_RDONLY);
  if (nothing >= 0) dup2(nothing, STDIN_FILENO);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_AS, order->address);
  limit(RLIMIT_FSIZE, order->file);
  cap_processes(order->processes);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  execvp(order->program[0], order->program);
  dprintf(STDERR_FILENO, "keeper: %s: %s\n", order->program[0], strerror(errno));
  _exit(127);
}

/// Whether the tree uses more than it may.
static bool passes_limit(const struct order *order) {
  struct usage usage = survey(0);
  bool memory = order->memory > 0 && usage.memory > order->memory;
  bool processes = order->processes > 0 && usage.processes > order->processes;
  if (memory) tell(order, "passed memory");
  if (processes) tell(order, "passed processes");
  return memory || processes;
}

/// Buries whoever has ended; whether the program is among them.
static bool has_ended(pid_t program, int *status) {
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

/// Runs the program until it ends, passes a limit or loses its leash; then ends all of it.
///
/// It must be called by the process to which orphans are given.
static int keep(const struct order *order) {
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_SETMASK, &child, NULL);
  struct pollfd watched[] = {{STDIN_FILENO, POLLIN, 0}, {-1, POLLIN, 0}};
  watched[1].fd = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
  bool measured = order->memory > 0 || order->processes > 0;
  int status = KILLED;
  pid_t program = fork();
  if (program == 0) become_program(order);
  while (program > 0) {
    poll(watched, 2, measured ? INTERVAL : -1);
    struct signalfd_siginfo information;
    while (read(watched[1].fd, &information, sizeof information) > 0) continue;
    if (has_ended(program, &status) || watched[0].revents != 0) break;
    if (measured && passes_limit(order)) break;
  }
  end_descendants();
  return status;
}

/// Runs the program in a process namespace, whose first process takes all others with it.
///
/// Returns false where that is not permitted, and nothing has run.
static bool keep_apart(const struct order *order, int *status) {
  // The status is shared with the child: an exit code could not tell a code from a signal.
  enum { REFUSED = -1 };
  int *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return false;
  *shared = KILLED;
  pid_t first = fork_apart();
  if (first < 0) return false;
  if (first == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    *shared = mount_proc() ? keep(order) : REFUSED;
    _exit(0);
  }
  while (waitpid(first, NULL, 0) < 0 && errno == EINTR) continue;
  *status = *shared;
  return *status != REFUSED;
}

/// Ends as the program did.
static int end_like(int status) {
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  unblock_signals();
  signal(WTERMSIG(status), SIG_DFL);
  raise(WTERMSIG(status));
  return 128 + WTERMSIG(status);
}

static struct order read_arguments(int count, char **arguments) {
  struct order order = {.report = -1};
  int option;
  while ((option = getopt(count, arguments, "+a:f:m:p:r:")) >= 0) {
    switch (option) {
    case 'a': order.address = strtoull(optarg, NULL, 10); break;
    case 'f': order.file = strtoull(optarg, NULL, 10); break;
    case 'm': order.memory = strtoull(optarg, NULL, 10); break;
    case 'p': order.processes = strtoull(optarg, NULL, 10); break;
    case 'r': order.report = open(optarg, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600); break;
    default: exit(64);
    }
  }
  order.program = arguments + optind;
  if (optind == count) exit(64);
  return order;
}

int main(int count, char **arguments) {
  struct order order = read_arguments(count, arguments);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) signal(endings[i], SIG_IGN);
  if (!leave_network()) tell(&order, "open network");
  int status;
  if (!keep_apart(&order, &status)) {
    tell(&order, "open processes");
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    status = keep(&order);
  }
  return end_like(status);
}
