// keeper supervises a program: it guarantees that no process of the program outlives the process that
// started it.
//
//   keeper [-r REPORT] [-a BYTES] [-f BYTES] [-m BYTES] [-p COUNT] PROGRAM [ARGUMENT…]
//
// Standard input is a pipe whose other end the starter holds and never writes to. When it is closed,
// by the starter or by the starter's death, the program and all its descendants are killed, including
// those that left their process group, their session or their parent; keeper exits after the last of
// them. The same happens when the program ends. keeper ends like the program: with its exit code, or by
// its signal.
#ifndef KEEPER_H
#define KEEPER_H

#include <stdbool.h>
#include <sys/types.h>

/// The command line: the program and its limits.
struct options {
  char **program;
  /// The limits of the address space of each process and of the size of each file, in bytes; 0 for none.
  unsigned long long address, file;
  /// The limits of the memory of all processes together, in bytes, and of their number; 0 for none.
  unsigned long long memory, processes;
  /// The file descriptor of the report for the starter; -1 for none.
  int report;
};

/// Writes a line to the report.
void report(const struct options *options, const char *line);

// confine.c: isolation, as far as the machine permits it.

/// Isolates this process and its children from the network, as root or in a user namespace; returns
/// whether that succeeded.
bool leave_network(void);
/// Limits the processes and threads of this process to what `most` processes need at most, if the kernel
/// counts them separately for it, which it does in a user namespace. This stops a fork bomb before the
/// next measurement.
void cap_processes(unsigned long long most);
/// Forks into a new process namespace; returns -1 if that is not permitted.
pid_t fork_into_namespace(void);
/// Mounts the /proc of a process namespace for its first process; returns whether that succeeded.
bool mount_proc(void);

// tree.c: the descendants of this process.

/// The resources that the descendants of this process use.
struct usage {
  unsigned long long memory, processes;
};
/// Measures the descendants and sends `signal` to each of them, unless it is 0.
struct usage measure_descendants(int signal);
/// Kills all descendants and waits for their end.
void kill_descendants(void);

#endif
