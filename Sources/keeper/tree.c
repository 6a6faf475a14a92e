#include "keeper.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct process {
  pid_t number, parent;
  unsigned long long memory;
  bool is_descendant;
};

/// Parses `/proc/N/stat`: `N (name) state parent …`, with the memory in pages as the 24th field; returns
/// false if the process has ended.
static bool read_process(const char *name, struct process *process) {
  char path[300], text[1024];
  snprintf(path, sizeof path, "/proc/%s/stat", name);
  FILE *file = fopen(path, "re");
  if (file == NULL) return false;
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = 0;
  // A name can contain spaces and brackets.
  const char *rest = strrchr(text, ')');
  unsigned long long pages = 0;
  if (rest == NULL || sscanf(rest + 1, " %*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d"
                             " %*d %*d %*d %*d %*u %*u %llu", &process->parent, &pages) != 2)
    return false;
  process->number = (pid_t)strtol(name, NULL, 10);
  process->memory = pages * (unsigned long long)sysconf(_SC_PAGESIZE);
  process->is_descendant = false;
  return true;
}

/// Reads all visible processes into an array that the caller frees.
static struct process *read_all(size_t *count) {
  struct process *all = NULL;
  size_t capacity = 0;
  *count = 0;
  DIR *folder = opendir("/proc");
  for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
    if (*count == capacity) {
      struct process *more = realloc(all, (capacity = 2 * capacity + 64) * sizeof *all);
      if (more == NULL) break;
      all = more;
    }
    if (read_process(entry->d_name, &all[*count])) *count += 1;
  }
  if (folder != NULL) closedir(folder);
  return all;
}

/// Marks the children of a process as descendants; returns whether any were not marked before.
static bool mark_children(struct process *all, size_t count, pid_t parent) {
  bool more = false;
  for (size_t i = 0; i < count; i++) {
    if (all[i].is_descendant || all[i].parent != parent) continue;
    more = all[i].is_descendant = true;
  }
  return more;
}

struct usage measure_descendants(int signal) {
  size_t count;
  struct process *all = read_all(&count);
  bool more = mark_children(all, count, getpid());
  while (more) {
    more = false;
    for (size_t i = 0; i < count; i++)
      if (all[i].is_descendant) more = mark_children(all, count, all[i].number) || more;
  }
  struct usage usage = {0, 0};
  for (size_t i = 0; i < count; i++) {
    if (!all[i].is_descendant) continue;
    usage.processes += 1;
    usage.memory += all[i].memory;
    if (signal != 0) kill(all[i].number, signal);
  }
  free(all);
  return usage;
}

void kill_descendants(void) {
  do measure_descendants(SIGKILL);
  while (waitpid(-1, NULL, 0) > 0 || errno != ECHILD);
}
