// keeper runs a program so that nothing of it outlives whoever started it.
//
//   keeper [-r REPORT] [-a BYTES] [-f BYTES] [-m BYTES] [-p COUNT] PROGRAM [ARGUMENT…]
//
// Standard input is a leash: a pipe whose other end the starter holds and never writes to. When it
// is closed, by will or by the starter's death, the program and all that descends from it are
// killed, those too that left their group, their session or their parent; keeper ends when none is
// left. The same happens when the program ends. keeper ends as the program did: with its code, or by
// its signal.
#ifndef KEEPER_H
#define KEEPER_H

#include <stdbool.h>
#include <sys/types.h>

/// What a program is given.
struct order {
  char **program;
  /// The address space of each process and the size of each file, in bytes; 0 is no limit.
  unsigned long long address, file;
  /// What the whole tree may hold in memory, in bytes, and how many processes; 0 is no limit.
  unsigned long long memory, processes;
  /// Where words for the starter go; -1 is nowhere.
  int report;
};

/// Writes a line for the starter.
void tell(const struct order *order, const char *words);

// confine.c: what the machine permits.

/// Cuts this process and its children off the network, as root or in a user namespace.
bool leave_network(void);
/// Has the kernel refuse more processes and threads to this process than `most` could ever need, where
/// it counts no others for that: in a user namespace. A bomb then stops before it is seen to be one.
void cap_processes(unsigned long long most);
/// Forks into a process namespace; -1 where that is not permitted.
pid_t fork_apart(void);
/// Gives the first process of a process namespace a /proc of that namespace.
bool mount_proc(void);

// tree.c: the processes that descend from this one.

/// What the descendants of this process use.
struct usage {
  unsigned long long memory, processes;
};
/// Measures the descendants; `signal` is sent to each, 0 to none.
struct usage survey(int signal);
/// Kills all descendants and buries them.
void end_descendants(void);

#endif
